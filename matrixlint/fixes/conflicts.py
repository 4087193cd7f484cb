"""The places that edits lay claim to, so that no two are made of the same text at once."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from itertools import pairwise

from matrixlint.text.span import Edit, Span

Place = tuple[int, int]


class EditConflicts:
    """
    Places that are taken, by edits of rules.

    Edits may touch. Texts that are inserted at one place stand there in the order of their
    claims where they are one rule's; what another rule would put there has to wait.
    """

    __slots__ = ("_codes", "_points", "_ranges")

    def __init__(self) -> None:
        self._ranges: list[tuple[Place, Place]] = []
        self._points: list[Place] = []
        self._codes: dict[Place, str] = {}

    def take(self, edits: Sequence[Edit], code: str) -> bool:
        """Claim the places of all *edits* of the rule *code*; say whether they were free."""
        if not all(self._is_free(edit.span, code) for edit in edits):
            return False
        for edit in edits:
            start, end = _ends(edit.span)
            if start < end:
                insort(self._ranges, (start, end))
            elif start not in self._codes:
                insort(self._points, start)
                self._codes[start] = code
        return True

    def _is_free(self, span: Span, code: str) -> bool:
        start, end = _ends(span)
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
    """Say whether some of *edits* speak of the same text."""
    ends = sorted(_ends(edit.span) for edit in edits)
    return any(one[1] > other[0] for one, other in pairwise(ends))


def _ends(span: Span) -> tuple[Place, Place]:
    return (span.line, span.column), (span.end_line, span.end_column)
