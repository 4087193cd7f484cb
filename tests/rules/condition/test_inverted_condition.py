"""MX608 inverted-condition."""

import pytest

from tests.rules.condition.samples import conditions, with_condition
from tests.rules.snippet import grid, reported


def test_inverted_condition_is_not_evaluated() -> None:
    text = grid("condition(operation.two==missing) missing unknown", "optional missing unknown")

    assert reported(text, "MX6") == [
        (
            "9:18-40 MX608 warning 'operation.two==missing' requires this of the drivers"
            " that lack 'operation.two'"
        ),
    ]


def test_negated_complete_is_inverted_too() -> None:
    text = with_condition("operation.two != complete", "missing")

    assert reported(text, "MX") == [
        (
            "6:18-43 MX608 warning 'operation.two != complete' requires this of the drivers"
            " that lack 'operation.two'"
        ),
    ]


@pytest.mark.parametrize("argument", ["!=missing", "==partial", "!=partial", "==unknown"])
def test_other_conditions_are_not_inverted(argument: str) -> None:
    text = grid(
        f"condition(operation.two{argument}) complete complete complete",
        "optional partial unknown complete",
    )

    assert [code for _, code in conditions(text) if code == "MX608"] == []


def test_condition_that_is_not_evaluated_does_not_end_the_judging() -> None:
    text = grid(
        "condition(operation.four==missing) complete complete",
        "condition(operation.four==complete) missing missing",
        "condition(operation.five==complete) complete complete",
        "optional complete unknown",
        "optional missing missing",
    )

    assert conditions(text) == [(9, "MX608"), (16, "MX604"), (17, "MX605"), (21, "MX607")]
