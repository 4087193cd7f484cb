"""What a condition comes to: its parts, its places, and the circles it is in."""

import pytest

from matrixlint import load
from matrixlint.model.condition import Condition, find_cycles, find_target
from tests.rules.snippet import declared, feature, grid


def conditions(text: str) -> list[Condition]:
    return load(text).conditions


def only(argument: str) -> Condition:
    """Return the condition of a feature on another, which the drivers a and b have."""
    other = feature("two", "optional", "driver.a=complete", "driver.b=missing")
    text = feature("one", f"condition({argument})", "driver.a=complete", "driver.b=complete")
    (found,) = conditions(declared("a", "b") + text + other)
    return found


def test_condition_has_its_parts_and_their_places() -> None:
    found = only(" operation.two  !=  missing ")

    assert (found.name, found.operator, found.word) == ("operation.two", "!=", "missing")
    assert found.name_span == (9, 19, 9, 32)
    assert found.word_span == (9, 38, 9, 45)
    assert found.target
    assert found.target.name == "operation.two"


def test_malformed_condition_has_no_parts() -> None:
    found = only("operation.two")

    assert found.is_malformed
    assert (found.name, found.operator, found.word) == ("", "", "")
    assert not found.is_evaluated
    assert [found.holds(driver) for driver in found.feature.drivers] == [None, None]


@pytest.mark.parametrize(
    ("argument", "outcomes"),
    [
        ("operation.two==complete", [True, False]),
        ("operation.two!=complete", [False, True]),
        ("operation.two==partial", [False, False]),
        ("operation.two!=unknown", [True, True]),
        ("operation.elsewhere==complete", [None, None]),
    ],
)
def test_condition_holds_or_not_or_is_not_known(argument: str, outcomes: list[bool | None]) -> None:
    found = only(argument)

    assert [found.holds(driver) for driver in found.feature.drivers] == outcomes


@pytest.mark.parametrize(
    ("argument", "is_inverted", "is_evaluated"),
    [
        ("operation.two==complete", False, True),
        ("operation.two==missing", True, False),
        ("operation.two!=complete", True, False),
        ("operation.one==missing", False, False),
        ("operation.elsewhere==missing", False, False),
        ("operation.two==supported", False, False),
    ],
)
def test_condition_is_evaluated_where_it_is_sound(
    argument: str, *, is_inverted: bool, is_evaluated: bool
) -> None:
    found = only(argument)

    assert (found.is_inverted, found.is_evaluated) == (is_inverted, is_evaluated)


def test_circle_holds_its_conditions_from_the_first_feature_on() -> None:
    found = conditions(
        grid(
            "condition(operation.three==complete) complete",
            "condition(operation.four==complete) complete",
            "condition(operation.four==complete) complete",
            "condition(operation.two==complete) complete",
        )
    )
    names = [[each.feature.name for each in condition.cycle] for condition in found]
    pair = ["operation.two", "operation.four"]

    assert names == [[], pair, [], pair]


def test_circle_is_found_once_however_many_features_lead_to_it() -> None:
    found = conditions(
        grid(
            "condition(operation.three==complete) complete",
            "condition(operation.three==complete) complete",
            "condition(operation.three==complete) complete",
            "condition(operation.one==complete) complete",
        )
    )

    assert list(find_cycles(found)) == [[found[2]]]


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("attach", "operation.attach"),
        ("api.operation.attach", "operation.attach"),
        ("operation.atach", "operation.attach"),
        ("detach", None),
        ("plug", None),
        ("nothing.of.it", None),
    ],
)
def test_target_is_the_only_one_that_a_name_may_mean(name: str, suggestion: str | None) -> None:
    text = feature("attach", "optional", "driver.a=complete") + (
        "\n[operation.detach]\ntitle=D\ndriver.a=complete\n"
        "\n[api.detach]\ntitle=E\ndriver.a=complete\n"
        "\n[operation.net.plug]\ntitle=F\ndriver.a=complete\n"
    )
    features = {each.name or "": each for each in load(declared("a") + text).features}
    target = find_target(name, features)

    assert (target.name if target else None) == suggestion


def test_in_a_crowd_of_dangling_conditions_no_near_feature_is_looked_for() -> None:
    features = "".join(
        feature(f"number-{number}", "condition(operation.oen==complete)", "driver.a=complete")
        for number in range(201)
    )
    one = feature("one", "optional", "driver.a=complete")
    targets = [each.target is not None for each in conditions(declared("a") + one + features)]

    assert (targets[0], targets[-1]) == (True, False)
