"""Of many drivers that a feature lacks a finding names some, and counts the rest."""

import pytest

from tests.finding import everything
from tests.rules.snippet import declared, feature


def missing(count: int) -> str:
    """Return a matrix with a feature that lacks all drivers but the first."""
    names = [f"d{number}" for number in range(count + 1)]
    full = feature("one", "optional", *(f"driver.{name}=complete" for name in names))
    return declared(*names) + full + feature("two", "optional", "driver.d0=complete")


@pytest.mark.parametrize(
    ("count", "end"), [(1, "d1'"), (20, "d20'"), (21, "d20' and 1 more"), (45, "d20' and 25 more")]
)
def test_twenty_drivers_are_named(count: int, end: str) -> None:
    (found,) = everything(missing(count))

    assert found.code == "MX402"
    assert found.message.count(", ") == min(count, 20) - 1
    assert found.message.endswith(end)
    assert len((found.value or "").split()) == min(count, 20)


def test_twenty_notes_are_related() -> None:
    notes = "".join(f"driver-notes.d{number}=Why.\n" for number in range(1, 26))
    found = [each for each in everything(missing(25) + notes) if each.code == "MX402"]

    assert [len(each.related) for each in found] == [20]


@pytest.mark.parametrize(("count", "lines"), [(100, 100), (101, 0)])
def test_a_hundred_entries_are_added(count: int, lines: int) -> None:
    (found,) = everything(missing(count))
    texts = [edit.text for edit in found.fix.edits] if found.fix else []

    assert sum(text.count("=unknown") for text in texts) == lines
