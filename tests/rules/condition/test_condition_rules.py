"""Several rules on condition together."""

from itertools import product

import pytest

from tests.finding import Place
from tests.rules.condition.samples import conditions
from tests.rules.snippet import grid, named

LEVELS = ("complete", "partial", "missing", "unknown", "-", "supported")


# What a written level may really be; what is absent or cannot be read may be anything.
WORLDS = {
    "complete": ("complete",),
    "partial": ("partial",),
    "missing": ("missing",),
    "unknown": ("complete", "partial", "missing"),
    "-": LEVELS[:4],
    "supported": LEVELS[:4],
}


# What is said of a driver that a feature is required of, by its level of it.
REQUIRED = {"missing": "MX604", "unknown": "MX605"}


INVERTED = {("==", "missing"), ("!=", "complete")}


def outcomes(operator: str, word: str, level: str) -> set[bool]:
    """Return what a condition may come to for a driver of this level."""
    levels = WORLDS[level]
    if word == "unknown" and level == "unknown":
        levels = ("unknown",)
    return {(each == word) is (operator == "==") for each in levels}


def expected(operator: str, word: str, asked: str, own: str) -> list[Place]:
    """Return what is to be said of one driver, *asked* of FEATURE and with its *own* level."""
    if (operator, word) in INVERTED:
        return [(6, "MX608")]
    holds = outcomes(operator, word, asked)
    if holds == {False}:
        return [(6, "MX607")]
    if holds == {True}:
        return [(7, REQUIRED[own])] if own in REQUIRED else []
    return [(7, "MX605")] if asked == "unknown" and own == "missing" else []


@pytest.mark.parametrize(
    ("operator", "word", "asked", "own"),
    list(product(("==", "!="), LEVELS[:4], LEVELS, ("complete", "partial", "missing", "unknown"))),
)
def test_condition_is_decided_by_the_levels(operator: str, word: str, asked: str, own: str) -> None:
    # A third feature has an entry in any case, so that the driver is used.
    text = grid(
        f"condition(operation.two{operator}{word}) {own}",
        f"optional {asked}",
        "optional complete",
    )

    assert conditions(text) == expected(operator, word, asked, own)


@pytest.mark.parametrize("own", ["-", "supported"])
@pytest.mark.parametrize("asked", ["complete", "unknown"])
def test_driver_whose_own_entry_is_not_known_is_held_to_nothing(own: str, asked: str) -> None:
    text = grid(f"condition(operation.two==complete) missing {own}", f"optional missing {asked}")

    assert [code for _, code in conditions(text)] == []


def test_findings_name_the_condition_or_the_driver() -> None:
    text = grid(
        "condition(operation.five==complete) missing missing",
        "condition(operation.none==supported) complete complete",
        "condition(operation.three==complete) complete complete",
        "condition(operation.five==missing) complete complete",
        "optional complete unknown",
    )
    other = "condition(operation.none==supported)"

    assert named(text, "MX6") == [
        ("MX604", "driver.a", "a", "missing"),
        ("MX605", "driver.b", "b", "missing"),
        ("MX602", "status", None, other),
        ("MX603", "status", None, other),
        ("MX606", "status", None, "condition(operation.three==complete)"),
        ("MX608", "status", None, "condition(operation.five==missing)"),
    ]
