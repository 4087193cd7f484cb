"""Export as a Markdown page: the table, its notes and its findings."""

from collections.abc import Iterator, Sequence

from matrixlint.output.export.table_model import NOTHING, MatrixTable, Row
from matrixlint.output.message import one_line
from matrixlint.text.escape import escape_control, escape_markdown

_NONE = "&ndash;"
_MARK = "&#9888;"


def render(table: MatrixTable) -> str:
    """Return *table* as a page; notes are numbered, cells with findings are marked."""
    return "".join(f"{line}\n" for line in _format_lines(table))


def format_status(row: Row) -> str:
    """Return the status of a feature as written: a word with its argument, if any."""
    return f"{row.status}({row.argument})" if row.argument else row.status


def _format_lines(table: MatrixTable) -> Iterator[str]:
    yield f"# {_escape(table.path)}"
    yield ""
    notes: list[str] = []
    yield from _format_table(table, notes)
    if notes:
        yield from ("", "## Notes", "")
        yield from (f"{number}. {note}" for number, note in enumerate(notes, 1))
    if table.findings:
        yield from ("", "## Findings", "")
        yield from (f"- line {each.line}: {_escape(one_line(each))}" for each in table.findings)


def _format_table(table: MatrixTable, notes: list[str]) -> Iterator[str]:
    """Yield the lines of the table; append its notes to *notes*."""
    heads = ["feature", "status", *(_escape(column.title) for column in table.columns)]
    yield _format_row(heads)
    yield _format_row(["---"] * len(heads))
    for row in table.rows:
        title = _escape(row.title)
        own = _format_cell(title, _add_note(title, row.notes, notes), row.findings)
        cells = [
            _format_cell(
                _NONE if cell.level == NOTHING else _escape(cell.level),
                _add_note(f"{title}, {_escape(column.title)}", cell.note, notes),
                cell.findings,
            )
            for column, cell in zip(table.columns, row.cells, strict=True)
        ]
        yield _format_row([own, _escape(format_status(row)), *cells])


def _format_row(texts: Sequence[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _add_note(about: str, note: str, notes: list[str]) -> str:
    """Append *note* to *notes* unless it is blank; return its reference, or ""."""
    if not note.strip():
        return ""
    notes.append(f"{about}: {_escape(note)}")
    return f" [{len(notes)}]"


def _format_cell(text: str, note: str, findings: Sequence[int]) -> str:
    return f"{text}{note}{f' {_MARK}' if findings else ''}"


def _escape(text: str) -> str:
    # A value may have several lines, a row of a table has one.
    return escape_markdown(escape_control(" ".join(text.split())))
