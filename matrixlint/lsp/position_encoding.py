"""Position encodings: the units in which a client counts columns."""

from enum import Enum
from itertools import accumulate

_LAST_OF_BMP = "\uffff"


class PositionEncoding(Enum):
    """Unit of a column: a byte of UTF-8, a code unit of UTF-16, or a code point."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"

    def length(self, text: str) -> int:
        """Return the length of *text* in these units; lone surrogates are allowed."""
        if self is PositionEncoding.UTF32 or text.isascii():
            return len(text)
        if self is PositionEncoding.UTF16:
            return len(text) + sum(each > _LAST_OF_BMP for each in text)
        return len(text.encode("utf-8", "surrogatepass"))

    def index(self, text: str, units: int) -> int:
        """
        Return the index (0-based) of the character of *text* at offset *units*.

        An offset within a character gives its start, one after the text gives its end.
        """
        if self is PositionEncoding.UTF32 or text.isascii():
            return min(units, len(text))
        ends = accumulate(map(self.length, text))
        return next((index for index, end in enumerate(ends) if end > units), len(text))
