"""MX607 vacuous-condition."""

import pytest

from matrixlint import lint_text
from tests.finding import everything, places
from tests.rules.condition.samples import conditions, with_condition
from tests.rules.snippet import check, grid, reported


def test_condition_that_no_driver_meets_is_vacuous() -> None:
    text = grid("condition(operation.two==complete) missing unknown", "optional partial missing")

    assert reported(text, "MX6") == [
        (
            "9:18-41 MX607 warning no driver meets 'operation.two==complete':"
            " the feature is required of none"
        ),
    ]


@pytest.mark.parametrize("other", ["complete", "unknown", "-", "supported"])
def test_condition_that_a_driver_may_meet_is_not_vacuous(other: str) -> None:
    text = grid(
        "condition(operation.two==complete) complete complete",
        f"optional missing {other}",
    )

    assert conditions(text) == []


def test_condition_is_not_vacuous_where_a_driver_may_be_lost() -> None:
    check("""
        [targets]
        driver-impl-a=A
        #> MX001
        driver-impl-b

        [one]
        title=One
        status=condition(two==complete)
        driver-impl-a=complete
        driver-impl-b=complete

        [two]
        title=Two
        status=optional
        driver-impl-a=missing
        driver-impl-b=complete
    """)


def test_condition_is_not_vacuous_where_a_driver_is_not_declared() -> None:
    text = grid("condition(operation.two==complete) complete", "optional missing")

    assert places(everything(text + "driver.zebra=complete\n")) == [(13, "MX403")]


def test_misspelt_inverted_condition_is_not_evaluated() -> None:
    text = grid("optional missing complete", "condition(operation.one==mising) missing complete")

    assert [code for _, code in places(everything(text))] == ["MX603"]


@pytest.mark.parametrize("word", ["on-hold", "on_hold"])
def test_level_that_is_written_is_known_whatever_is_like_it(word: str) -> None:
    config = {"select": ["MX603"], "levels": {"on-hold": "unknown", "on_hold": "unknown"}}

    assert lint_text(with_condition(f"operation.two=={word}"), config=config) == []
