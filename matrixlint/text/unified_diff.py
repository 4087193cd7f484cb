"""Unified diffs of a text and its edited version."""

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matrixlint.text.edited_text import EditedText

_CONTEXT_LINES = 3
_ESCAPES = {7: b"a", 8: b"b", 9: b"t", 10: b"n", 11: b"v", 12: b"f", 13: b"r", 34: b'"', 92: b"\\"}
_NO_LINE_FEED = b"\n\\ No newline at end of file\n"


def format_unified_diff(path: str, old: EditedText, new: EditedText) -> bytes:
    """
    Return the diff from *old* to *new*; it is empty if the two are equal.

    ``patch -p0`` and ``git apply -p0`` accept it if *path* is relative. It is built in linear
    time: the origins of the lines of *new* are known, so that no search is needed.
    """
    before, after = list(_split_lines(old)), list(_split_lines(new))
    groups = _group_changes(_find_changes(before, after))
    hunks = [_format_hunk(before, after, changes) for changes in groups]
    if not hunks:
        return b""
    name = _quote_path(os.fsencode(path))
    return b"".join([b"--- " + name, b"+++ " + name, *hunks])


class _DiffLine(NamedTuple):
    """A line of a diff, where only LF ends a line, and the origin of its last part."""

    data: bytes
    origin: int


class _Change(NamedTuple):
    """Changed lines, by 0-based indexes: the old range and the new range."""

    start: int
    end: int
    new_start: int
    new_end: int


def _split_lines(text: EditedText) -> Iterator[_DiffLine]:
    parts = [text.bom]
    for line, origin in zip(text.lines, text.origins, strict=True):
        parts.append(line)
        if line.endswith("\n"):
            yield _build_line(parts, origin)
            parts = []
    if any(parts):
        yield _build_line(parts, text.origins[-1])


def _build_line(parts: Sequence[str], origin: int) -> _DiffLine:
    return _DiffLine("".join(parts).encode("utf-8", "surrogateescape"), origin)


def _find_changes(before: Sequence[_DiffLine], after: Sequence[_DiffLine]) -> Iterator[_Change]:
    indexes = {line.origin: at for at, line in enumerate(before)}
    done = new_done = 0
    for new_at, line in enumerate(after):
        at = indexes.get(line.origin, -1)
        # A line that CR parts may end with an unchanged part, and begin with a changed one.
        if at < done or before[at].data != line.data:
            continue
        if (at, new_at) != (done, new_done):
            yield _Change(done, at, new_done, new_at)
        done, new_done = at + 1, new_at + 1
    if (done, new_done) != (len(before), len(after)):
        yield _Change(done, len(before), new_done, len(after))


def _group_changes(changes: Iterator[_Change]) -> Iterator[list[_Change]]:
    """Yield the changes, grouped where their context lines would overlap or touch."""
    group: list[_Change] = []
    for change in changes:
        if group and change.start - group[-1].end > 2 * _CONTEXT_LINES:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _format_hunk(
    before: Sequence[_DiffLine], after: Sequence[_DiffLine], changes: Sequence[_Change]
) -> bytes:
    first, last = changes[0], changes[-1]
    start = max(first.start - _CONTEXT_LINES, 0)
    end = min(last.end + _CONTEXT_LINES, len(before))
    size = end - start + sum(_count_added(change) for change in changes)
    new_start = first.new_start - (first.start - start)
    old_range, new_range = _format_range(start, end - start), _format_range(new_start, size)
    lines = [b"@@ -%b +%b @@\n" % (old_range, new_range)]
    done = start
    for change in changes:
        lines += [_format_line(b" ", line) for line in before[done : change.start]]
        lines += [_format_line(b"-", line) for line in before[change.start : change.end]]
        lines += [_format_line(b"+", line) for line in after[change.new_start : change.new_end]]
        done = change.end
    lines += [_format_line(b" ", line) for line in before[done:end]]
    return b"".join(lines)


def _count_added(change: _Change) -> int:
    """Return how many lines *change* adds; it is negative if it removes more."""
    return change.new_end - change.new_start - (change.end - change.start)


def _format_range(start: int, size: int) -> bytes:
    if size == 1:
        return b"%d" % (start + 1)
    # An empty range is given by the number of the line before it.
    return b"%d,%d" % (start + bool(size), size)


def _format_line(sign: bytes, line: _DiffLine) -> bytes:
    return sign + line.data if line.data.endswith(b"\n") else sign + line.data + _NO_LINE_FEED


def _quote_path(name: bytes) -> bytes:
    """Return the end of a header line, which names the file, as git writes it."""
    # Without the tab, tools would read the text after a space as a date.
    end = b"\t\n" if b" " in name else b"\n"
    shown = b"".join(map(_escape_byte, name))
    return (name if shown == name else b'"%b"' % shown) + end


def _escape_byte(byte: int) -> bytes:
    if byte in _ESCAPES:
        return b"\\" + _ESCAPES[byte]
    is_plain = ord(" ") <= byte < 127  # noqa: PLR2004  DEL, and bytes that are not ASCII
    return bytes([byte]) if is_plain else b"\\%03o" % byte
