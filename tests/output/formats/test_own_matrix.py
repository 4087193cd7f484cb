"""The matrix of our own formats: true, whole, and clean."""

import pytest

from matrixlint import lint_file, load
from matrixlint.output.formats import FORMATS
from tests.conftest import ROOT
from tests.differential.renderer import render
from tests.output.formats.carried import ASPECTS, carried, level

PATH = ROOT / "docs" / "output-formats-support-matrix.ini"
TEXT = PATH.read_text(encoding="utf-8")
MATRIX = load(TEXT)
WRITTEN = {
    ((section.name or "").removeprefix("operation."), entry.key): entry.value
    for section in (feature.section for feature in MATRIX.features)
    for entry in section.entries()
}


def reported(prefix: str) -> dict[tuple[str, str], str]:
    """Return the values of the keys with *prefix*, by feature and format."""
    return {
        (feature, key.removeprefix(prefix)): value
        for (feature, key), value in WRITTEN.items()
        if key.startswith(prefix)
    }


ENTRIES = reported("driver.")


def test_every_format_has_its_say_on_every_feature() -> None:
    assert tuple(driver.name for driver in MATRIX.drivers) == FORMATS
    assert ENTRIES.keys() == {(feature, name) for feature in ASPECTS for name in FORMATS}


@pytest.mark.parametrize("feature", ASPECTS)
def test_entries_say_what_a_parser_sees(feature: str) -> None:
    own = {name: ENTRIES[feature, name] for name in FORMATS}

    assert own == {name: level(name, feature) for name in FORMATS}


def test_notes_name_what_a_parser_does_not_see() -> None:
    assert reported("driver-notes.") == {
        (feature, name): f"Without: {', '.join(missing(name, feature))}."
        for (feature, name), written in ENTRIES.items()
        if written == "partial"
    }


def missing(name: str, feature: str) -> list[str]:
    return [word for word in ASPECTS[feature] if word not in carried(name, feature)]


def test_it_is_clean_by_every_rule_and_makes_a_page() -> None:
    assert lint_file(str(PATH), config={"select": ["ALL"]}) == []
    assert render(TEXT)
