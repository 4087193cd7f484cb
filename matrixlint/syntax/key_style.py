"""The way that keys are written: the delimiter, the blanks around it, the columns they fill."""

from collections.abc import Iterable
from typing import NamedTuple, Self

from matrixlint.syntax.document import DELIMITER, Entry

# One blank sets apart; more are there to fill up to a column.
_PADDED = 2


class Padding(NamedTuple):
    """What stands between two ends of a line: how many characters before, up to its end."""

    start: int
    end: int
    text: str

    @classmethod
    def between(cls, start: int, end: int, line: str) -> Self:
        """Return what stands there in *line*, odd blanks as plain ones."""
        text = line[start:end]
        return cls(start, end, " " if text.strip(" \t") else text)

    def moved(self, start: int, column: "Column | None") -> str:
        """Return it as it begins at *start*: up to the *column* that it ends at with others."""
        is_shared = column is not None and len(column.starts) > 1
        if self.text.strip(" ") or not (is_shared or len(self.text) >= _PADDED):
            return self.text
        least = column.least if column and is_shared else 1
        return " " * max(self.end - start, least)


class Column:
    """Gaps that end at one place: where they start, and how short the shortest is."""

    __slots__ = ("least", "starts")

    def __init__(self, gap: Padding) -> None:
        self.starts = {gap.start}
        self.least = len(gap.text)

    def add(self, gap: Padding) -> None:
        """Let another gap end there."""
        self.starts.add(gap.start)
        self.least = min(self.least, len(gap.text))


class KeyStyle(NamedTuple):
    """How a key is written: its delimiter, and what stands before and behind that."""

    before: Padding
    sign: str
    after: Padding

    @classmethod
    def of(cls, entry: Entry) -> Self | None:
        """Return how *entry* is written; None where no value in its line says it all."""
        line = entry.section.document.source.lines[entry.line - 1].rstrip()
        key, *value = DELIMITER.split(line, maxsplit=1)
        if not value or not value[0]:
            return None
        end = len(key)
        before = Padding.between(len(key.rstrip()), end, line)
        after = Padding.between(end + 1, len(line) - len(value[0].lstrip()), line)
        return cls(before, line[end], after)


class KeyStyles:
    """How the keys of some entries are written, those that have a value in their line."""

    __slots__ = ("_after", "_before", "first")

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.first: KeyStyle | None = None
        self._before: dict[int, Column] = {}
        self._after: dict[int, Column] = {}
        for entry in entries:
            manner = KeyStyle.of(entry)
            if manner:
                self.first = self.first or manner
                _add(manner.before, self._before)
                _add(manner.after, self._after)

    def line(self, key: str, value: str, model: Entry | None) -> str:
        """Return *key* with *value*, written like *model* or the first, in columns if those are."""
        manner = (KeyStyle.of(model) if model else None) or self.first
        if manner is None:
            return f"{key}={value}"
        before = self._before.get(manner.before.end)
        head = key + manner.before.moved(len(key), before) + manner.sign
        return head + manner.after.moved(len(head), self._after.get(manner.after.end)) + value


def _add(gap: Padding, columns: dict[int, Column]) -> None:
    columns.setdefault(gap.end, Column(gap)).add(gap)
