"""Detect conflicts between edits, so that no two change the same text at once."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from itertools import pairwise

from matrixlint.text.span import Edit, Span

Place = tuple[int, int]


class EditConflicts:
    """
    Accepted edits, against which further ones are checked.

    Edits may touch. Several insertions at one place are accepted if they are of the same
    rule, and applied in order; insertions of another rule have to wait.
    """

    __slots__ = ("_codes", "_points", "_ranges")

    def __init__(self) -> None:
        self._ranges: list[tuple[Place, Place]] = []
        self._points: list[Place] = []
        self._codes: dict[Place, str] = {}

    def try_add(self, edits: Sequence[Edit], code: str) -> bool:
        """Add all *edits* of the rule *code* if none conflicts; return whether it did so."""
        if not all(self._is_free(edit.span, code) for edit in edits):
            return False
        for edit in edits:
            start, end = _get_ends(edit.span)
            if start < end:
                insort(self._ranges, (start, end))
            elif start not in self._codes:
                insort(self._points, start)
                self._codes[start] = code
        return True

    def _is_free(self, span: Span, code: str) -> bool:
        start, end = _get_ends(span)
        at = bisect_left(self._ranges, (start, start))
        if at and self._ranges[at - 1][1] > start:
            return False
        if start == end:
            return self._codes.get(start, code) == code
        if at < len(self._ranges) and self._ranges[at][0] < end:
            return False
        within = bisect_right(self._points, start)
        return within == len(self._points) or self._points[within] >= end


def edits_overlap(edits: Sequence[Edit]) -> bool:
    """Return whether two of *edits* change the same text."""
    ends = sorted(_get_ends(edit.span) for edit in edits)
    return any(one[1] > other[0] for one, other in pairwise(ends))


def _get_ends(span: Span) -> tuple[Place, Place]:
    return (span.line, span.column), (span.end_line, span.end_column)
