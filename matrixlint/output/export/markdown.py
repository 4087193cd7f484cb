"""The matrix as a page of markdown: its table, its notes and what was found in it."""

from collections.abc import Iterator, Sequence

from matrixlint.output.export.table_model import NOTHING, MatrixTable, Row
from matrixlint.output.message import one_line
from matrixlint.text.escape import escape_control, escape_markdown

_NONE = "&ndash;"
_MARK = "&#9888;"


def render(sheet: MatrixTable) -> str:
    """Return the page; notes are numbered, and cells with findings have a warning sign."""
    return "".join(f"{line}\n" for line in _lines(sheet))


def format_status(row: Row) -> str:
    """Return the status of the row's feature as it is written: a word, and its argument."""
    return f"{row.status}({row.argument})" if row.argument else row.status


def _lines(sheet: MatrixTable) -> Iterator[str]:
    yield f"# {_text(sheet.path)}"
    yield ""
    notes: list[str] = []
    yield from _table(sheet, notes)
    if notes:
        yield from ("", "## Notes", "")
        yield from (f"{number}. {note}" for number, note in enumerate(notes, 1))
    if sheet.findings:
        yield from ("", "## Findings", "")
        yield from (f"- line {each.line}: {_text(one_line(each))}" for each in sheet.findings)


def _table(sheet: MatrixTable, notes: list[str]) -> Iterator[str]:
    """Yield the table's lines; its notes are put among *notes*."""
    heads = ["feature", "status", *(_text(column.title) for column in sheet.columns)]
    yield _line(heads)
    yield _line(["---"] * len(heads))
    for row in sheet.rows:
        title = _text(row.title)
        own = _marked(title, _noted(title, row.notes, notes), row.findings)
        cells = [
            _marked(
                _NONE if cell.level == NOTHING else _text(cell.level),
                _noted(f"{title}, {_text(column.title)}", cell.note, notes),
                cell.findings,
            )
            for column, cell in zip(sheet.columns, row.cells, strict=True)
        ]
        yield _line([own, _text(format_status(row)), *cells])


def _line(texts: Sequence[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _noted(about: str, note: str, notes: list[str]) -> str:
    """Put *note* among the notes, if it is one, and return the sign that leads to it."""
    if not note.strip():
        return ""
    notes.append(f"{about}: {_text(note)}")
    return f" [{len(notes)}]"


def _marked(text: str, note: str, findings: Sequence[int]) -> str:
    return f"{text}{note}{f' {_MARK}' if findings else ''}"


def _text(text: str) -> str:
    # A value may have several lines, and a row of a table has one.
    return escape_markdown(escape_control(" ".join(text.split())))
