"""Matrices for the tests of these rules."""

from tests.rules.snippet import declared, feature

OTHER = feature("other", "optional", "driver.a=complete")


TARGETS = "[target.a]\ntitle=A\nlink=\n\n[target.b]\ntitle=B\nlink=\n\n"


def with_level(level: str, status: str = "optional") -> str:
    """Return a matrix whose first entry, in line 7, has *level*."""
    return declared("a") + feature("one", status, f"driver.a={level}") + OTHER


def in_target(*lines: str) -> str:
    """Return a matrix of the target dialect, its feature's keys from line 12 on."""
    return TARGETS + "\n".join(("[one]", "title=One", "maturity=complete", *lines, ""))


def drivers(*names: str) -> str:
    """Return drivers, and in lines behind them a feature that all of them have."""
    entries = (f"driver.{name}=complete" for name in names)
    return declared(*names) + feature("zero", "optional", *entries)
