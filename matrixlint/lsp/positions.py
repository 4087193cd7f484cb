"""Convert positions of a text between the client's and the linter's units."""

from collections.abc import Sequence
from typing import NamedTuple

from matrixlint.lsp.position_encoding import PositionEncoding
from matrixlint.lsp.text_document import Position, Range
from matrixlint.text.edited_text import EditedText
from matrixlint.text.source import BOM
from matrixlint.text.span import Edit, Span

_START = Span(1, 1, 1, 1)


class Location(NamedTuple):
    """Location: line and column 1-based, in code points, without a BOM."""

    line: int
    column: int


class PositionMapper:
    """
    Text with conversion of its positions; *version* is the client's version number.

    *copy* holds its lines. A byte-order mark takes up a column for the client, but not in
    a Location or Span.
    """

    __slots__ = ("_encoding", "copy", "version")

    def __init__(self, lines: Sequence[str], encoding: PositionEncoding, version: int = 0) -> None:
        mark = BOM if lines[0].startswith(BOM) else ""
        lines_without_bom = [lines[0].removeprefix(BOM), *lines[1:]]
        self.copy = EditedText(lines_without_bom, range(1, len(lines_without_bom) + 1), mark)
        self.version = version
        self._encoding = encoding

    @property
    def text(self) -> str:
        """Whole text, including the byte-order mark."""
        return self.copy.bom + "".join(self.copy.lines)

    def line(self, number: int) -> str:
        """Return the line *number* (1-based) without its line end."""
        return self.copy.lines[number - 1].rstrip("\r\n")

    def place(self, position: Position) -> Location:
        """Return *position* as a location, at most the end of the text."""
        if position.line >= len(self.copy.lines):
            return Location(len(self.copy.lines), len(self.copy.lines[-1]) + 1)
        mark = self._get_mark(position.line + 1)
        text = mark + self.line(position.line + 1)
        index = self._encoding.index(text, position.column)
        return Location(position.line + 1, max(index - len(mark), 0) + 1)

    def span(self, part: Range) -> Span:
        """Return *part* as a span."""
        return Span(*self.place(part.start), *self.place(part.end))

    def position(self, line: int, column: int) -> Position:
        """Return *line* and *column* in the client's units."""
        before = self._get_mark(line) + self.line(line)[: column - 1]
        return Position(line - 1, self._encoding.length(before))

    def range(self, span: Span) -> Range:
        """Return *span* in the client's units."""
        start = self.position(span.line, span.column)
        return Range(start, self.position(span.end_line, span.end_column))

    def edit_range(self, edit: Edit) -> Range:
        """Return the range that *edit* replaces, in the client's units."""
        part = self.range(edit.span)
        # An empty edit at the start removes the byte-order mark, which has no column here.
        return Range(Position(0, 0), part.end) if edit == Edit(_START, "") else part

    def with_line_ends(self, edit: Edit) -> Edit:
        """Return *edit* with the line ends of the text instead of line feeds."""
        return edit._replace(text=edit.text.replace("\n", self.copy.line_end))

    def _get_mark(self, line: int) -> str:
        return self.copy.bom if line == 1 else ""
