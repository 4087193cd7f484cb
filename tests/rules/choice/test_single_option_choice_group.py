"""MX503 single-option-choice-group."""

import pytest

from tests.finding import everything, places
from tests.rules.choice.samples import choices
from tests.rules.snippet import declared, feature, grid, reported


@pytest.mark.parametrize("level", ["complete", "missing", "unknown"])
def test_group_of_one_is_reported_at_its_name(level: str) -> None:
    found = reported(grid(f"choice(guest) {level}", "optional missing"), "MX503")

    assert found == ["6:15-20 MX503 info choice group 'guest' has this option alone"]


def test_group_of_one_that_is_missing_is_unsatisfied_too() -> None:
    assert choices(grid("choice(guest) missing")) == [(6, "MX503"), (7, "MX501")]


def test_blanks_around_a_group_do_not_belong_to_it() -> None:
    text = declared("a") + feature("one", "choice( big guest )", "driver.a=complete")

    assert reported(text, "MX") == [
        "6:16-25 MX503 info choice group 'big guest' has this option alone",
    ]


def test_invisible_characters_do_not_belong_to_a_group() -> None:
    text = grid("choice(gu\u200best) missing", "choice(guest) complete")

    assert places(everything(text)) == [(6, "MX704")]
