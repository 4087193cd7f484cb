"""Matrices for the tests of these rules."""

from tests.finding import Place, everything, places
from tests.rules.snippet import declared, feature

# Line 6 holds the condition, line 7 the entry of the driver a.
TAIL = feature("two", "optional", "driver.a=complete")


def conditions(text: str) -> list[Place]:
    return [place for place in places(everything(text)) if place[1].startswith("MX6")]


def with_condition(argument: str, level: str = "complete") -> str:
    """Return a matrix with a condition in line 6 and the driver's entry in line 7."""
    status = f"condition({argument})"
    return declared("a") + feature("one", status, f"driver.a={level}") + TAIL
