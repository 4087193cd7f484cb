"""Fixing takes time by the length of the text, however many fixes are refused."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from tests.fixes.fixing import done
from tests.growth import assert_linear
from tests.parsed import DECLARED

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]


class Case(NamedTuple):
    """How a text is made for a size, the smaller size, and how many fixes are made and refused."""

    make: Callable[[int], str]
    size: int
    made: int
    refused: int


def feature(number: int, *lines: str) -> str:
    keys = "\n".join(("status=optional", "driver.a=complete", *lines))
    return f"[operation.x{number}]\ntitle=X{number}\n{keys}\n"


def features(*lines: str) -> Callable[[int], str]:
    return lambda size: DECLARED + "".join(feature(number, *lines) for number in range(size))


def section(line: str) -> Callable[[int], str]:
    return lambda size: DECLARED + feature(0, *(line.format(number) for number in range(size)))


CASES = {
    "a swallowed key in each feature": Case(features("notes=a", "  status=optional"), 50, 0, 1),
    "two in each feature": Case(
        features("notes=a", "  status=optional", "cli=a", "  title=b"), 50, 0, 2
    ),
    "one that can be mended, too": Case(
        features("notes=a", "  status=optional", "link=http://a", "  cli=b"), 50, 1, 1
    ),
    "blanks at the ends": Case(features("notes=a  ", "  b "), 50, 2, 0),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_time_is_linear(case: Case) -> None:
    def work(size: int) -> None:
        found = done(case.make(size).encode())
        counts = len(found.applied), len(found.skipped)
        assert counts == (case.made * size, case.refused * size)

    assert_linear(work, case.size)


@pytest.mark.parametrize("line", ["notes{}=a\n  status=optional"])
def test_time_is_linear_in_one_section(line: str) -> None:
    def work(size: int) -> None:
        done(section(line)(size).encode(), unsafe=True)

    assert_linear(work, 60)
