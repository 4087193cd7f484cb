"""Key styles: the delimiter, the blanks around it, and the alignment in columns."""

from collections.abc import Iterable
from typing import NamedTuple, Self

from matrixlint.syntax.document import DELIMITER, Entry

# One blank is a separator; this many or more align the text in columns.
_MIN_ALIGNING_BLANKS = 2


class Padding(NamedTuple):
    """The text between two 0-based columns of a line, usually blanks."""

    start: int
    end: int
    text: str

    @classmethod
    def from_line(cls, start: int, end: int, line: str) -> Self:
        """Return the padding from *start* to *end*, unusual blanks as a space."""
        text = line[start:end]
        return cls(start, end, " " if text.strip(" \t") else text)

    def align(self, start: int, column: "Column | None") -> str:
        """Return the padding from *start* on, aligned with a shared *column*."""
        is_shared = column is not None and len(column.starts) > 1
        if self.text.strip(" ") or not (is_shared or len(self.text) >= _MIN_ALIGNING_BLANKS):
            return self.text
        shortest = column.shortest if column and is_shared else 1
        return " " * max(self.end - start, shortest)


class Column:
    """Paddings that end at one column: where they start, and the shortest length."""

    __slots__ = ("shortest", "starts")

    def __init__(self, padding: Padding) -> None:
        self.starts = {padding.start}
        self.shortest = len(padding.text)

    def add(self, padding: Padding) -> None:
        """Add another padding that ends at the column."""
        self.starts.add(padding.start)
        self.shortest = min(self.shortest, len(padding.text))


class KeyStyle(NamedTuple):
    """How a key is written: its delimiter, and the padding before and after it."""

    before: Padding
    sign: str
    after: Padding

    @classmethod
    def from_entry(cls, entry: Entry) -> Self | None:
        """Return the style of *entry*; None if there is no value on the line of the key."""
        line = entry.section.document.source.lines[entry.line - 1].rstrip()
        key, *value = DELIMITER.split(line, maxsplit=1)
        if not value or not value[0]:
            return None
        end = len(key)
        before = Padding.from_line(len(key.rstrip()), end, line)
        after = Padding.from_line(end + 1, len(line) - len(value[0].lstrip()), line)
        return cls(before, line[end], after)


class KeyStyles:
    """The key styles of entries with a value on the line of the key."""

    __slots__ = ("_after", "_before", "first")

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.first: KeyStyle | None = None
        self._before: dict[int, Column] = {}
        self._after: dict[int, Column] = {}
        for entry in entries:
            style = KeyStyle.from_entry(entry)
            if style:
                self.first = self.first or style
                _add_padding(style.before, self._before)
                _add_padding(style.after, self._after)

    def line(self, key: str, value: str, model: Entry | None) -> str:
        """Return *key* with *value* in the style of *model*, or the first."""
        style = (KeyStyle.from_entry(model) if model else None) or self.first
        if style is None:
            return f"{key}={value}"
        before = self._before.get(style.before.end)
        head = key + style.before.align(len(key), before) + style.sign
        return head + style.after.align(len(head), self._after.get(style.after.end)) + value


def _add_padding(padding: Padding, columns: dict[int, Column]) -> None:
    columns.setdefault(padding.end, Column(padding)).add(padding)
