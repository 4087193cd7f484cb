"""The lines that belong to an entry: the remarks above it, its value, the note beside it."""

from collections.abc import Sequence
from typing import NamedTuple

from matrixlint.syntax.document import Entry


class EntryBlock(NamedTuple):
    """The first and the last line (1-based) of what belongs together."""

    first: int
    last: int


def find_block(at: int, note_key: str, entries: Sequence[Entry]) -> EntryBlock:
    """
    Return the lines that belong to the entry at *at* of *entries*, all those of its section.

    Its note, by *note_key*, belongs to it where it stands right behind it, or above.
    """
    lines = (*_extent(entries[at]), *_extent(entries[_beside(at, note_key, entries)]))
    return EntryBlock(min(lines), max(lines))


def _beside(at: int, key: str, entries: Sequence[Entry]) -> int:
    """Return where *key* stands right behind the entry at *at*, or above, else *at*."""
    for beside in (at + 1, at - 1):
        if 0 <= beside < len(entries) and entries[beside].key == key:
            return beside
    return at


def _extent(entry: Entry) -> EntryBlock:
    texts = entry.section.document.source.lines
    first = entry.line
    while texts[first - 2].lstrip()[:1] in ("#", ";"):
        first -= 1
    return EntryBlock(first, entry.value_spans[-1].line)
