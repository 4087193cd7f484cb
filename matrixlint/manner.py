"""The way that keys are written: the delimiter, the blanks around it, the columns they fill."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from matrixlint.document import DELIMITER, Entry

# One blank sets apart; more are there to fill up to a column.
_PADDED = 2


class Gap(NamedTuple):
    """What stands between two ends of a line: how many characters before, up to its end."""

    start: int
    end: int
    text: str

    @classmethod
    def between(cls, start: int, end: int, line: str) -> Self:
        """Return what stands there in *line*, odd blanks as plain ones."""
        text = line[start:end]
        return cls(start, end, " " if text.strip(" \t") else text)

    def moved(self, start: int, others: Sequence["Gap"]) -> str:
        """Return it as it begins at *start*: up to the column that it shares with *others*."""
        column = [each for each in others if each.end == self.end]
        is_shared = any(each.start != self.start for each in column)
        if self.text.strip(" ") or not (is_shared or len(self.text) >= _PADDED):
            return self.text
        least = min(len(each.text) for each in (self, *column)) if is_shared else 1
        return " " * max(self.end - start, least)


class Manner(NamedTuple):
    """How a key is written: its delimiter, and what stands before and behind that."""

    before: Gap
    sign: str
    after: Gap

    @classmethod
    def of(cls, entry: Entry) -> Self | None:
        """Return how *entry* is written; None where no value in its line says it all."""
        line = entry.section.document.source.lines[entry.line - 1].rstrip()
        key, *value = DELIMITER.split(line, maxsplit=1)
        if not value or not value[0]:
            return None
        end = len(key)
        before = Gap.between(len(key.rstrip()), end, line)
        after = Gap.between(end + 1, len(line) - len(value[0].lstrip()), line)
        return cls(before, line[end], after)

    def line(self, key: str, value: str, others: Sequence["Manner"]) -> str:
        """Return *key* with *value*, written like this one, and in columns where *others* are."""
        head = key + self.before.moved(len(key), [each.before for each in others]) + self.sign
        return head + self.after.moved(len(head), [each.after for each in others]) + value


def written_like(model: Entry | None, others: Sequence[Entry], key: str, value: str) -> str:
    """Return the line of *key* with *value* in the manner of *model*, else of *others*."""
    manners = [each for entry in others for each in [Manner.of(entry)] if each]
    own = Manner.of(model) if model else None
    if own:
        return own.line(key, value, manners)
    return manners[0].line(key, value, manners) if manners else f"{key}={value}"
