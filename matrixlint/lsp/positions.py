"""Places of a text as its client counts them, and as we do."""

from collections.abc import Sequence
from typing import NamedTuple

from matrixlint.lsp.position_encoding import PositionEncoding
from matrixlint.lsp.text_document import Position, Range
from matrixlint.text.edited_text import EditedText
from matrixlint.text.source import BOM
from matrixlint.text.span import Edit, Span

_START = Span(1, 1, 1, 1)


class Location(NamedTuple):
    """A place as we count: line and column from 1 on, in code points, without a BOM."""

    line: int
    column: int


class PositionMapper:
    """
    A text whose places are told to a client; *version* is the number that it gave to the text.

    *copy* holds its lines. A byte-order mark, if there is one, has a column of the client's
    and none of ours.
    """

    __slots__ = ("_unit", "copy", "version")

    def __init__(self, lines: Sequence[str], unit: PositionEncoding, version: int = 0) -> None:
        mark = BOM if lines[0].startswith(BOM) else ""
        bare = [lines[0].removeprefix(BOM), *lines[1:]]
        self.copy = EditedText(bare, range(1, len(bare) + 1), mark)
        self.version = version
        self._unit = unit

    @property
    def text(self) -> str:
        """The whole text, the mark too."""
        return self.copy.bom + "".join(self.copy.lines)

    def line(self, number: int) -> str:
        """Return a line (1-based) without its end."""
        return self.copy.lines[number - 1].rstrip("\r\n")

    def place(self, position: Position) -> Location:
        """Return *position* as we count; what lies behind the text is at its end."""
        if position.line >= len(self.copy.lines):
            return Location(len(self.copy.lines), len(self.copy.lines[-1]) + 1)
        mark = self._mark(position.line + 1)
        text = mark + self.line(position.line + 1)
        index = self._unit.index(text, position.column)
        return Location(position.line + 1, max(index - len(mark), 0) + 1)

    def span(self, part: Range) -> Span:
        """Return *part* as we count."""
        return Span(*self.place(part.start), *self.place(part.end))

    def position(self, line: int, column: int) -> Position:
        """Return a place of ours as the client counts."""
        before = self._mark(line) + self.line(line)[: column - 1]
        return Position(line - 1, self._unit.length(before))

    def range(self, span: Span) -> Range:
        """Return *span* as the client counts."""
        start = self.position(span.line, span.column)
        return Range(start, self.position(span.end_line, span.end_column))

    def edited(self, edit: Edit) -> Range:
        """Return what *edit* takes away, as the client counts."""
        part = self.range(edit.span)
        # The mark, which no column of ours counts, is taken away by an edit of nothing.
        return Range(Position(0, 0), part.end) if edit == Edit(_START, "") else part

    def written(self, edit: Edit) -> Edit:
        """Return *edit*, whose line feeds stand for line ends, with those of the text."""
        return edit._replace(text=edit.text.replace("\n", self.copy.line_end))

    def _mark(self, line: int) -> str:
        return self.copy.bom if line == 1 else ""
