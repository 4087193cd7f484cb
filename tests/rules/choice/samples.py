"""Matrices for the tests of these rules."""

from tests.finding import Place, everything, places
from tests.rules.snippet import grid


def chosen(*levels: str) -> str:
    """Return a group whose options have these levels for the one driver."""
    return grid(*(f"choice(guest) {level}" for level in levels), "optional missing")


def choices(text: str) -> list[Place]:
    return [place for place in places(everything(text)) if place[1].startswith("MX5")]
