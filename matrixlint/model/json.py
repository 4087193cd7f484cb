"""A matrix as JSON, in the form that ``matrix.schema.json`` describes."""

from collections.abc import Set as AbstractSet
from typing import Any

from matrixlint.model.feature import UNREADABLE, Driver, Feature
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.document import Section

VERSION = 1
IMPLEMENTATIONS = "implementations"
STATUS = "status"
# Fields that are lists: their items are separated by semicolons.
LISTS = frozenset({"cli", "tempest_test_uuids"})
_NONE: AbstractSet[str] = frozenset()
Table = dict[str, Any]


def matrix_to_json(matrix: Matrix) -> Table:
    """Return *matrix* as JSON, as it is read: a feature that has lost its name is left out."""
    # Unknown fields are fields, but for those that were read as something else.
    others: dict[int, set[str]] = {}
    for unknown in matrix.unknown_fields:
        if unknown.suggestion is None:
            others.setdefault(id(unknown.entry.section), set()).add(unknown.entry.key)
    backends = matrix.grades.backends if matrix.grades else {}
    return {
        "version": VERSION,
        "path": matrix.document.source.path,
        "dialect": matrix.dialect.name if matrix.dialect else None,
        "drivers": {
            driver.name: _driver(driver, backends.get(driver.name), others)
            for driver in matrix.drivers
        },
        "features": {
            feature.name: _feature(feature, others.get(id(feature.section), _NONE))
            for feature in matrix.features
            if feature.name is not None
        },
    }


def split_items(value: str) -> list[str]:
    """Return the items of a list, empty ones left out."""
    return [" ".join(part.split()) for part in value.split(";") if part.strip()]


def _driver(driver: Driver, backend: Section | None, others: dict[int, set[str]]) -> Table:
    place = driver.place
    made = {"title": driver.title.value} if driver.title else {}
    if isinstance(place, Section):
        fields = driver.dialect.driver_fields | others.get(id(place), _NONE)
        made |= {key: value for key, value in place.values.items() if key in fields}
    return made | (backend.values if backend else {})


def _feature(feature: Feature, others: AbstractSet[str]) -> Table:
    section = feature.section
    dialect = section.document.dialect
    fields = (dialect.fields if dialect else _NONE) | others
    made: Table = {}
    for key, value in section.values.items():
        if key in fields and key not in (STATUS, IMPLEMENTATIONS):
            made[key] = split_items(value) if key in LISTS else value
    status = feature.status
    if status:
        made[STATUS] = {"word": status.suggestion or status.word}
        if status.argument:
            made[STATUS]["argument"] = status.argument
    made[IMPLEMENTATIONS] = {
        driver.name: entry_to_json(feature, driver, level)
        for driver, level in zip(feature.drivers, feature.levels, strict=True)
        if level is not None
    }
    return made


def entry_to_json(feature: Feature, driver: Driver, level: str) -> Table:
    """Return what *driver* does of *feature*, where its *level* is as the feature has it."""
    values, dialect = feature.section.values, feature.section.document.dialect
    word, release = values[feature.cell_key(driver)].partition("\n")[0], ""
    if dialect and dialect.has_releases:
        word, _, release = word.partition(":")
    # A word that is no level is told elsewhere, and stands for itself here.
    made = {"level": word.strip() if level == UNREADABLE else level}
    if release.strip():
        made["release"] = release.strip()
    key = feature.note_key(driver)
    if key in values:
        made["note"] = values[key]
    return made
