"""Export as a table for a terminal, in blocks of its width, then the findings."""

from collections.abc import Iterator, Sequence

from matrixlint.output.color import BOLD, SEVERITY, Paint, make_painter
from matrixlint.output.export.table_model import NOTHING, Cell, MatrixTable
from matrixlint.output.message import one_line
from matrixlint.syntax.dialects.dialect import Support
from matrixlint.text.escape import escape_commands, escape_control, escape_line_start
from matrixlint.text.escape import measure_width as columns

_GAP = "  "
_NONE = "-"
_NOTE, _FINDING = "*", "!"
_GREEN, _YELLOW, _RED, _VIOLET = "32", "33", "31", "35"
_STYLES = {
    Support.IMPLEMENTED: _GREEN,
    Support.MISSING: _RED,
    Support.UNKNOWN: _VIOLET,
    None: _YELLOW,
}
# Level of a partial implementation; the word is the same in every dialect.
_PARTIAL = "partial"
StyledText = tuple[str, str]


def render(table: MatrixTable, *, colored: bool, width: int) -> str:
    """
    Return *table* in blocks of drivers that fit into *width* columns of a terminal.

    Nothing is truncated: a driver that is wider gets a block of its own.
    """
    lines = _format_lines(table, make_painter(colored=colored), width)
    return "".join(f"{line}\n" for line in lines)


def _format_lines(table: MatrixTable, paint: Paint, max_width: int) -> Iterator[str]:
    left = [
        _make_column(
            "feature", [(escape_commands(escape_control(row.name)), "") for row in table.rows]
        )
    ]
    left.append(_make_column("status", [_leave_plain(row.status) for row in table.rows]))
    cells = list(zip(*(row.cells for row in table.rows), strict=True))
    driver_columns = [
        _make_column(column.name, [_format_cell(each) for each in own])
        for column, own in zip(table.columns, cells, strict=bool(cells))
    ]
    for at, block in enumerate(
        _split_into_blocks(driver_columns, max_width - _measure_columns(left))
    ):
        if at:
            yield ""
        yield from _format_block([*left, *block], paint)
    if table.rows:
        yield from ("", f"{_NOTE} has a note, {_FINDING} a finding")
    for diagnostic in table.findings:
        place = f"{escape_line_start(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}"
        severity = paint(diagnostic.severity, SEVERITY[diagnostic.severity])
        yield f"{place}: {severity}: {one_line(diagnostic)}"


def _make_column(head: str, texts: Sequence[StyledText]) -> list[StyledText]:
    """Return the cells of a column, with its heading first."""
    return [(escape_control(head), BOLD), *texts]


def _leave_plain(text: str) -> StyledText:
    return escape_control(text), ""


def _format_cell(cell: Cell) -> StyledText:
    marks = f"{_NOTE if cell.note.strip() else ''}{_FINDING if cell.findings else ''}"
    if cell.level == NOTHING:
        return f"{_NONE}{marks}", ""
    style = _YELLOW if cell.level == _PARTIAL else _STYLES[cell.support]
    return f"{escape_control(cell.level)}{marks}", style


def _measure_column(column: Sequence[StyledText]) -> int:
    return max(columns(text) for text, _ in column)


def _measure_columns(column_block: Sequence[Sequence[StyledText]]) -> int:
    return sum(_measure_column(column) + len(_GAP) for column in column_block)


def _split_into_blocks(
    driver_columns: Sequence[list[StyledText]], room: int
) -> Iterator[list[list[StyledText]]]:
    """Yield the columns in blocks at most *room* wide, each with at least one column."""
    block: list[list[StyledText]] = []
    left = room
    for column in driver_columns:
        width = _measure_column(column) + len(_GAP)
        if block and width > left + len(_GAP):
            yield block
            block, left = [], room
        block.append(column)
        left -= width
    yield block


def _format_block(column_block: Sequence[Sequence[StyledText]], paint: Paint) -> Iterator[str]:
    widths = [_measure_column(column) for column in column_block]
    for line in zip(*column_block, strict=True):
        last = len(line) - 1
        yield _GAP.join(
            # The last cell needs no padding.
            _pad(text, style, 0 if at == last else widths[at], paint)
            for at, (text, style) in enumerate(line)
        )


def _pad(text: str, style: str, width: int, paint: Paint) -> str:
    blanks = " " * (width - columns(text))
    return f"{paint(text, style) if style else text}{blanks}"
