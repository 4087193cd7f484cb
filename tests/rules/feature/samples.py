"""Matrices for the tests of these rules."""

from tests.rules.snippet import declared, feature

FEATURE = feature("x", "optional", "driver.a=complete")


def with_lines(*lines: str) -> str:
    """Return a matrix whose feature has further lines, from line 8 on."""
    return declared("a") + feature("x", "optional", "driver.a=complete", *lines)
