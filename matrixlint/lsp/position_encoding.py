"""The units that a client counts the columns of a line in."""

from enum import Enum
from itertools import accumulate

_ASTRAL = "\uffff"


class PositionEncoding(Enum):
    """What one step of a column is: a byte of UTF-8, a word of UTF-16, or a code point."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"

    def length(self, text: str) -> int:
        """Return how many of these units *text* has; a lone surrogate counts, too."""
        if self is PositionEncoding.UTF32 or text.isascii():
            return len(text)
        if self is PositionEncoding.UTF16:
            return len(text) + sum(each > _ASTRAL for each in text)
        return len(text.encode("utf-8", "surrogatepass"))

    def index(self, text: str, units: int) -> int:
        """
        Return the index of the character of *text* that *units* lead to.

        Within a character they lead to its start, behind the text to its end.
        """
        if self is PositionEncoding.UTF32 or text.isascii():
            return min(units, len(text))
        ends = accumulate(map(self.length, text))
        return next((index for index, end in enumerate(ends) if end > units), len(text))
