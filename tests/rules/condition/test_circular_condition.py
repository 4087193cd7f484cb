"""MX606 circular-condition."""

import pytest

from tests.finding import everything, places
from tests.rules.condition.samples import with_condition
from tests.rules.snippet import declared, feature, grid, reported


@pytest.mark.parametrize("level", ["==complete", "==missing", "!=complete", "!=partial"])
def test_condition_on_itself_is_a_circle_of_one(level: str) -> None:
    assert reported(with_condition(f"operation.one{level}", "missing"), "MX") == [
        "6:18-31 MX606 error condition leads back to [operation.one]",
    ]


def test_circle_of_two_is_reported_once_at_its_first_feature() -> None:
    text = grid(
        "condition(operation.two==complete) missing", "condition(operation.one==missing) complete"
    )

    assert reported(text, "MX") == [
        "6:18-31 MX606 error condition leads back to [operation.one] through 1 other condition",
        "= 11:18-31 on the way",
    ]


def test_circle_of_three_is_reported_once_at_its_first_feature() -> None:
    text = grid(
        "optional complete",
        "condition(operation.four==complete) missing",
        "condition(operation.two==complete) missing",
        "condition(operation.three==complete) complete",
    )

    assert reported(text, "MX") == [
        "11:18-32 MX606 error condition leads back to [operation.two] through 2 other conditions",
        "= 16:18-31 on the way",
        "= 21:18-33 on the way",
    ]


def test_two_circles_are_reported_both() -> None:
    text = grid(
        "condition(operation.three==complete) complete",
        "condition(operation.four==complete) complete",
        "condition(operation.one==complete) complete",
        "condition(operation.two==complete) complete",
    )

    assert places(everything(text)) == [(6, "MX606"), (11, "MX606")]


def test_condition_that_leads_into_a_circle_is_evaluated() -> None:
    text = grid(
        "condition(operation.two==complete) missing",
        "condition(operation.three==complete) complete",
        "condition(operation.two==complete) missing",
    )

    assert places(everything(text)) == [(7, "MX604"), (11, "MX606")]


def test_long_circle_names_the_first_of_its_others() -> None:
    count = 12
    features = "".join(
        feature(
            f"f{number}",
            f"condition(operation.f{(number + 1) % count}==complete)",
            "driver.a=complete",
        )
        for number in range(count)
    )

    assert reported(declared("a") + features, "MX") == [
        "6:18-30 MX606 error condition leads back to [operation.f0] through 11 other conditions",
        *(f"= {6 + 5 * number}:18-{30 + (number == 9)} on the way" for number in range(1, 10)),
    ]


def test_chain_of_conditions_is_no_circle() -> None:
    text = grid(
        "condition(operation.two==complete) complete",
        "condition(operation.three==complete) complete",
        "optional complete",
    )

    assert places(everything(text)) == []
