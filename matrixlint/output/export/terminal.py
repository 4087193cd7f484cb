"""The matrix for a terminal: blocks as wide as that is, and what was found below them."""

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
# Implemented, but not all of it: the word is the same in every dialect.
_PARTIAL = "partial"
Styled = tuple[str, str]


def render(sheet: MatrixTable, *, colored: bool, width: int) -> str:
    """
    Return the table in blocks of drivers that fit into *width* columns of a terminal.

    Nothing is cut off: a driver that is wider than that has a block of its own.
    """
    lines = _lines(sheet, make_painter(colored=colored), width)
    return "".join(f"{line}\n" for line in lines)


def _lines(sheet: MatrixTable, painted: Paint, most: int) -> Iterator[str]:
    left = [
        _column("feature", [(escape_commands(escape_control(row.name)), "") for row in sheet.rows])
    ]
    left.append(_column("status", [_plain(row.status) for row in sheet.rows]))
    cells = list(zip(*(row.cells for row in sheet.rows), strict=True))
    every = [
        _column(column.name, [_cell(each) for each in own])
        for column, own in zip(sheet.columns, cells, strict=bool(cells))
    ]
    for at, block in enumerate(_blocks(every, most - _total(left))):
        if at:
            yield ""
        yield from _block([*left, *block], painted)
    if sheet.rows:
        yield from ("", f"{_NOTE} has a note, {_FINDING} a finding")
    for row in sheet.findings:
        place = f"{escape_line_start(row.path)}:{row.line}:{row.column}"
        yield f"{place}: {painted(row.severity, SEVERITY[row.severity])}: {one_line(row)}"


def _column(head: str, texts: Sequence[Styled]) -> list[Styled]:
    """Return the cells of a column, its head first."""
    return [(escape_control(head), BOLD), *texts]


def _plain(text: str) -> Styled:
    return escape_control(text), ""


def _cell(cell: Cell) -> Styled:
    marks = f"{_NOTE if cell.note.strip() else ''}{_FINDING if cell.findings else ''}"
    if cell.level == NOTHING:
        return f"{_NONE}{marks}", ""
    style = _YELLOW if cell.level == _PARTIAL else _STYLES[cell.support]
    return f"{escape_control(cell.level)}{marks}", style


def _wide(column: Sequence[Styled]) -> int:
    return max(columns(text) for text, _ in column)


def _total(table: Sequence[Sequence[Styled]]) -> int:
    return sum(_wide(column) + len(_GAP) for column in table)


def _blocks(every: Sequence[list[Styled]], room: int) -> Iterator[list[list[Styled]]]:
    """Yield the columns in blocks that take no more than *room*, one at the least."""
    block: list[list[Styled]] = []
    left = room
    for column in every:
        wide = _wide(column) + len(_GAP)
        if block and wide > left + len(_GAP):
            yield block
            block, left = [], room
        block.append(column)
        left -= wide
    yield block


def _block(table: Sequence[Sequence[Styled]], painted: Paint) -> Iterator[str]:
    wide = [_wide(column) for column in table]
    for line in zip(*table, strict=True):
        last = len(line) - 1
        yield _GAP.join(
            # Behind the last there is nothing to stand below.
            _shown(text, style, 0 if at == last else wide[at], painted)
            for at, (text, style) in enumerate(line)
        )


def _shown(text: str, style: str, wide: int, painted: Paint) -> str:
    blanks = " " * (wide - columns(text))
    return f"{painted(text, style) if style else text}{blanks}"
