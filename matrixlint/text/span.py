"""Spans of a text, and edits that replace them."""

from typing import NamedTuple


class Span(NamedTuple):
    """A range: 1-based lines and code-point columns, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def within(cls, line: int, column: int, length: int) -> "Span":
        """Return the span of *length* characters from *column* on in one line."""
        return cls(line, column, line, column + length)


class Edit(NamedTuple):
    """
    One replacement: the text at *span* becomes *text*.

    A line feed in *text* represents the most frequent line end of the file.
    """

    span: Span
    text: str
