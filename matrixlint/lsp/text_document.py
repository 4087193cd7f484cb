"""Text of an open document, changed incrementally by the client."""

from collections.abc import Sequence
from typing import NamedTuple

from matrixlint.lsp.position_encoding import PositionEncoding
from matrixlint.text.edited_text import split_lines


class Position(NamedTuple):
    """Position in the client's units: line and column are 0-based."""

    line: int
    column: int


class Range(NamedTuple):
    """Range of a text in the client's units; the end is exclusive."""

    start: Position
    end: Position


class Change(NamedTuple):
    """Text and the range that it replaces; without a range, the whole text."""

    text: str
    range: Range | None = None


class TextDocument:
    """
    Lines of a text with their line ends.

    The last line, which may be empty, has no line end. Lines end at LF, CRLF and CR only, as
    in the protocol.
    """

    __slots__ = ("_encoding", "lines")

    def __init__(self, text: str, encoding: PositionEncoding) -> None:
        self._encoding = encoding
        self.lines: list[str] = split_lines(text)

    @property
    def text(self) -> str:
        """Whole text."""
        return "".join(self.lines)

    def change(self, changes: Sequence[Change]) -> None:
        """Apply *changes* in order; positions after the text are at its end."""
        for text, part in changes:
            if part is None:
                self.lines = split_lines(text)
            else:
                self._replace(part, text)

    def _replace(self, part: Range, text: str) -> None:
        start, end = sorted((self._to_index(part.start), self._to_index(part.end)))
        # A line feed inserted directly after a lone CR forms one line end with it.
        first = max(start.line - 1, 0)
        above = self.lines[first : start.line]
        head = self.lines[start.line][: start.column]
        tail = self.lines[end.line][end.column :]
        new_lines = split_lines("".join([*above, head, text, tail]))
        last = end.line + 1
        # Every line except the last one of the text has a line end.
        self.lines[first:last] = new_lines if last == len(self.lines) else new_lines[:-1]

    def _to_index(self, position: Position) -> Position:
        """Return *position* with its column in code points, within the text."""
        if position.line >= len(self.lines):
            return Position(len(self.lines) - 1, len(self.lines[-1]))
        line = self.lines[position.line].rstrip("\r\n")
        return Position(position.line, self._encoding.index(line, position.column))
