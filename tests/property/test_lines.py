"""What ends a line, what shifts it, and what stands before the first one."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.finding import Place, everything, places, shifted
from tests.fuzz.promise import boundaries, with_line
from tests.strategies import PROFILE, broken, inis, matrices, soups

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

NUMBERED = st.one_of(broken(matrices()), broken(soups()), inis()).map(
    lambda text: re.sub(r"[\r\ufeff]", "", text)
)


def found(text: str) -> list[Place]:
    return places(everything(text))


@given(NUMBERED)
@settings(PROFILE, max_examples=100)
def test_lines_end_in_three_ways(text: str) -> None:
    expected = everything(text)
    others = [everything(text.replace("\n", end)) for end in ("\r\n", "\r")]

    assert others == [expected, expected]


@given(NUMBERED)
@settings(PROFILE, max_examples=100)
def test_byte_order_mark_adds_one_finding(text: str) -> None:
    # A comment at the top keeps what is found in its own line silent, the mark too.
    assume("matrixlint:" not in text.partition("\n")[0])

    assert sorted(found("\ufeff" + text)) == sorted([(1, "MX006"), *found(text)])


@given(NUMBERED, st.sampled_from(("", "# a remark", "; title=none")), st.data())
@settings(PROFILE, max_examples=150)
def test_line_between_sections_shifts_and_changes_nothing(
    text: str, line: str, data: st.DataObject
) -> None:
    starts = boundaries(text)
    at = data.draw(st.sampled_from(starts)) if starts else 0

    moved = [shifted(diagnostic, at) for diagnostic in everything(text)]

    assert everything(with_line(text, at, line)) == moved or not starts
