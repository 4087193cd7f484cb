"""Matrices for the tests of these rules."""

from tests.rules.snippet import declared, feature

MATURITIES = "incomplete, experimental, complete or deprecated"


OTHER = feature("other", "optional", "driver.a=complete")


def with_status(status: str) -> str:
    """Return a matrix whose first feature has *status* in line 6."""
    return declared("a") + feature("one", status, "driver.a=complete") + OTHER


def in_target(*lines: str) -> str:
    """Return a matrix of the target dialect, its feature's fields from line 7 on."""
    target = "[target.a]\ntitle=A\nlink=\n\n[one]\ntitle=One\n"
    return "\n".join((target + lines[0], *lines[1:], "driver-impl-a=complete", ""))
