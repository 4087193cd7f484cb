"""Matrices for the tests of these rules."""

from tests.rules.snippet import declared, feature, reported

HEAD = "# A matrix.\n" + declared("a")


CELL = "driver.a=complete"


def noted(*lines: str, name: str = "x") -> str:
    """Return a matrix of one feature, whose notes begin in line 8."""
    text = "\n".join((f"notes={lines[0]}", *(f"  {line}" for line in lines[1:]), CELL))
    return HEAD + feature(name, "optional", text)


def said(text: str) -> list[str]:
    """Return what all rules say of notes that read *text*."""
    return reported(noted(text), "MX")
