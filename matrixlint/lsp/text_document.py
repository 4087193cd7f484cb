"""The text of an open document, as its client changes it."""

from collections.abc import Sequence
from typing import NamedTuple

from matrixlint.lsp.position_encoding import PositionEncoding
from matrixlint.text.edited_text import split_lines


class Position(NamedTuple):
    """A place as the client counts: line and column from 0 on, the column in its units."""

    line: int
    column: int


class Range(NamedTuple):
    """A part of a text as the client counts, the end exclusive."""

    start: Position
    end: Position


class Change(NamedTuple):
    """A text and the range that it comes instead of; without a range it is the whole."""

    text: str
    range: Range | None = None


class TextDocument:
    """
    The lines of a text, each with its end; the last one, which may be empty, has none.

    Lines end at LF, CRLF and CR and nothing else, as the protocol has it.
    """

    __slots__ = ("_unit", "lines")

    def __init__(self, text: str, unit: PositionEncoding) -> None:
        self._unit = unit
        self.lines: list[str] = split_lines(text)

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.lines)

    def change(self, changes: Sequence[Change]) -> None:
        """Make *changes*, one after another; what lies behind the text is at its end."""
        for text, part in changes:
            if part is None:
                self.lines = split_lines(text)
            else:
                self._replace(part, text)

    def _replace(self, part: Range, text: str) -> None:
        start, end = sorted((self._place(part.start), self._place(part.end)))
        # A line feed that comes right behind a lone CR makes one line end with it.
        first = max(start.line - 1, 0)
        above = self.lines[first : start.line]
        head = self.lines[start.line][: start.column]
        tail = self.lines[end.line][end.column :]
        fresh = split_lines("".join([*above, head, text, tail]))
        last = end.line + 1
        # What is not the last line of the text ends with a line end.
        self.lines[first:last] = fresh if last == len(self.lines) else fresh[:-1]

    def _place(self, position: Position) -> Position:
        """Return *position* in characters, within the text."""
        if position.line >= len(self.lines):
            return Position(len(self.lines) - 1, len(self.lines[-1]))
        bare = self.lines[position.line].rstrip("\r\n")
        return Position(position.line, self._unit.index(bare, position.column))
