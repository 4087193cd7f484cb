"""The unified diff of a file and its copy, made of what the copy remembers."""

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matrixlint.text.edited_text import EditedText

_CONTEXT = 3
_ESCAPES = {7: b"a", 8: b"b", 9: b"t", 10: b"n", 11: b"v", 12: b"f", 13: b"r", 34: b'"', 92: b"\\"}
_NO_LINE_FEED = b"\n\\ No newline at end of file\n"


def format_unified_diff(path: str, old: EditedText, new: EditedText) -> bytes:
    """
    Return the diff that makes *new* of *old*; it is empty where the two are alike.

    ``patch -p0`` and ``git apply -p0`` take it, where *path* is relative. It is made in
    linear time: the lines of *new* tell where they come from, and are not searched for.
    """
    before, after = list(_rows(old)), list(_rows(new))
    hunks = [_hunk(before, after, changes) for changes in _near(_changes(before, after))]
    if not hunks:
        return b""
    name = _quoted(os.fsencode(path))
    return b"".join([b"--- " + name, b"+++ " + name, *hunks])


class _Row(NamedTuple):
    """A line as diffs count lines, which end at LF only, and the origin of its last part."""

    data: bytes
    origin: int


class _Change(NamedTuple):
    """Lines that differ, by their indexes: those that go, and those that come instead."""

    start: int
    end: int
    new_start: int
    new_end: int


def _rows(copy: EditedText) -> Iterator[_Row]:
    parts = [copy.mark]
    for line, origin in zip(copy.lines, copy.origins, strict=True):
        parts.append(line)
        if line.endswith("\n"):
            yield _row(parts, origin)
            parts = []
    if any(parts):
        yield _row(parts, copy.origins[-1])


def _row(parts: Sequence[str], origin: int) -> _Row:
    return _Row("".join(parts).encode("utf-8", "surrogateescape"), origin)


def _changes(before: Sequence[_Row], after: Sequence[_Row]) -> Iterator[_Change]:
    places = {row.origin: at for at, row in enumerate(before)}
    done = new_done = 0
    for new_at, row in enumerate(after):
        at = places.get(row.origin, -1)
        # A row may end with a line that is kept, and begin with one that is not.
        if at < done or before[at].data != row.data:
            continue
        if (at, new_at) != (done, new_done):
            yield _Change(done, at, new_done, new_at)
        done, new_done = at + 1, new_at + 1
    if (done, new_done) != (len(before), len(after)):
        yield _Change(done, len(before), new_done, len(after))


def _near(changes: Iterator[_Change]) -> Iterator[list[_Change]]:
    """Yield the changes, those together whose context would meet."""
    group: list[_Change] = []
    for change in changes:
        if group and change.start - group[-1].end > 2 * _CONTEXT:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _hunk(before: Sequence[_Row], after: Sequence[_Row], changes: Sequence[_Change]) -> bytes:
    first, last = changes[0], changes[-1]
    start = max(first.start - _CONTEXT, 0)
    end = min(last.end + _CONTEXT, len(before))
    size = end - start + sum(_growth(change) for change in changes)
    new_start = first.new_start - (first.start - start)
    lines = [b"@@ -%b +%b @@\n" % (_range(start, end - start), _range(new_start, size))]
    done = start
    for change in changes:
        lines += [_line(b" ", row) for row in before[done : change.start]]
        lines += [_line(b"-", row) for row in before[change.start : change.end]]
        lines += [_line(b"+", row) for row in after[change.new_start : change.new_end]]
        done = change.end
    lines += [_line(b" ", row) for row in before[done:end]]
    return b"".join(lines)


def _growth(change: _Change) -> int:
    return change.new_end - change.new_start - (change.end - change.start)


def _range(start: int, size: int) -> bytes:
    if size == 1:
        return b"%d" % (start + 1)
    # Of no lines, that is named which they would stand behind.
    return b"%d,%d" % (start + bool(size), size)


def _line(sign: bytes, row: _Row) -> bytes:
    return sign + row.data if row.data.endswith(b"\n") else sign + row.data + _NO_LINE_FEED


def _quoted(name: bytes) -> bytes:
    """Return the rest of the line that names a file, as git writes it."""
    # What follows a blank would be taken for a date, but for the tab.
    end = b"\t\n" if b" " in name else b"\n"
    shown = b"".join(map(_escaped, name))
    return (name if shown == name else b'"%b"' % shown) + end


def _escaped(byte: int) -> bytes:
    if byte in _ESCAPES:
        return b"\\" + _ESCAPES[byte]
    is_plain = ord(" ") <= byte < 127  # noqa: PLR2004  DEL, and what is no ASCII
    return bytes([byte]) if is_plain else b"\\%03o" % byte
