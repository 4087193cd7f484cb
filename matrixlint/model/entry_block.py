"""Entry blocks: the lines of an entry with its comments and its note."""

from collections.abc import Sequence
from typing import NamedTuple

from matrixlint.syntax.document import Entry


class EntryBlock(NamedTuple):
    """The first and the last line (1-based) of an entry with what belongs to it."""

    first: int
    last: int


def find_block(at: int, note_key: str, entries: Sequence[Entry]) -> EntryBlock:
    """
    Return the block of the entry at the index *at* of *entries*.

    *entries* are all those of its section. The note, with the key *note_key*, is part of the block
    if it is the next or the previous entry.
    """
    note = _find_adjacent(at, note_key, entries)
    lines = (*_find_lines(entries[at]), *_find_lines(entries[note]))
    return EntryBlock(min(lines), max(lines))


def _find_adjacent(at: int, key: str, entries: Sequence[Entry]) -> int:
    """Return the index of *key* if it is next to the entry at *at*, else *at*."""
    for adjacent in (at + 1, at - 1):
        if 0 <= adjacent < len(entries) and entries[adjacent].key == key:
            return adjacent
    return at


def _find_lines(entry: Entry) -> EntryBlock:
    """Return the lines of *entry*, with the comments above it."""
    texts = entry.section.document.source.lines
    first = entry.line
    while texts[first - 2].lstrip()[:1] in ("#", ";"):
        first -= 1
    return EntryBlock(first, entry.value_spans[-1].line)
