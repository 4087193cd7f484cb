"""Edits that speak of the same text are not made at once."""

import pytest

from matrixlint.fixes.edit_conflicts import EditConflicts, edits_overlap
from matrixlint.text.span import Edit, Span

FIRST = Span(2, 3, 2, 6)


def takes(*spans: Span, codes: str = "") -> list[bool]:
    """Return which of *spans* can be claimed in turn, by rules of these letters."""
    claims = EditConflicts()
    letters = codes or "ab"
    return [
        claims.try_add([Edit(span, "x")], letters[at % len(letters)])
        for at, span in enumerate(spans)
    ]


@pytest.mark.parametrize(
    ("second", "is_free"),
    [
        (Span(2, 1, 2, 3), True),
        (Span(2, 6, 2, 9), True),
        (Span(1, 1, 1, 9), True),
        (Span(3, 1, 3, 1), True),
        (Span(2, 3, 2, 3), True),
        (Span(2, 6, 2, 6), True),
        (Span(2, 4, 2, 4), False),
        (Span(2, 3, 2, 6), False),
        (Span(2, 3, 2, 4), False),
        (Span(2, 1, 2, 4), False),
        (Span(2, 5, 3, 1), False),
        (Span(1, 1, 3, 1), False),
    ],
)
def test_ranges_may_touch_and_not_overlap(second: Span, is_free: bool) -> None:  # noqa: FBT001
    assert takes(FIRST, second) == [True, is_free]
    assert takes(second, FIRST) == [True, is_free]


def test_one_place_takes_the_insertions_of_one_rule() -> None:
    place = Span(2, 3, 2, 3)

    assert takes(place, place, codes="a") == [True, True]
    assert takes(place, place, place, codes="aba") == [True, False, True]


def test_edits_of_one_fix_are_claimed_together_or_not_at_all() -> None:
    claims = EditConflicts()
    later = Edit(Span(9, 1, 9, 2), "")

    assert claims.try_add([Edit(FIRST, "")], "a")
    assert not claims.try_add([later, Edit(FIRST, "")], "b")
    assert claims.try_add([later], "b")


@pytest.mark.parametrize(
    ("spans", "answer"),
    [
        ([], False),
        ([FIRST], False),
        ([FIRST, Span(2, 6, 2, 7)], False),
        ([Span(2, 5, 2, 7), FIRST], True),
        ([FIRST, FIRST], True),
    ],
)
def test_edits_of_one_fix_do_not_overlap(spans: list[Span], answer: bool) -> None:  # noqa: FBT001
    assert edits_overlap([Edit(span, "") for span in spans]) is answer
