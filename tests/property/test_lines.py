"""What ends a line, what shifts it, and what stands before the first one."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.finding import Place, everything, places
from tests.strategies import PROFILE, broken, matrices, soups

NUMBERED = st.one_of(broken(matrices()), broken(soups())).map(
    lambda text: re.sub(r"[\r\ufeff]", "", text)
)
HEADER = re.compile(r"\[[^][]+\]")


def found(text: str) -> list[Place]:
    return places(everything(text))


def boundaries(text: str) -> list[int]:
    """Return the indexes of complete headers that no suppression stands above."""
    lines = text.split("\n")
    return [
        at
        for at, line in enumerate(lines)
        if at
        and HEADER.fullmatch(line)
        and "matrixlint:" not in "".join(lines[max(0, at - 1) : at])
    ]


@given(NUMBERED)
@settings(PROFILE, max_examples=200)
def test_lines_end_in_three_ways(text: str) -> None:
    expected = [each.span for each in everything(text)]
    spans = [[each.span for each in everything(text.replace("\n", end))] for end in ("\r\n", "\r")]

    assert spans == [expected, expected]


@given(NUMBERED)
@settings(PROFILE, max_examples=200)
def test_byte_order_mark_adds_one_finding(text: str) -> None:
    assert sorted(found("\ufeff" + text)) == sorted([(1, "MX006"), *found(text)])


@given(NUMBERED, st.sampled_from(("", "# a remark", "; title=none")), st.data())
@settings(PROFILE, max_examples=300)
def test_line_between_sections_shifts_and_changes_nothing(
    text: str, line: str, data: st.DataObject
) -> None:
    starts = boundaries(text)
    at = data.draw(st.sampled_from(starts)) if starts else 0
    lines = text.split("\n")
    longer = "\n".join([*lines[:at], line, *lines[at:]])

    moved = [(number + (number > at), code) for number, code in found(text)]

    assert found(longer) == moved or not starts
