"""Conversion of a matrix to JSON, as described by ``matrix.schema.json``."""

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
    """Convert *matrix* to JSON, as resolved, without unnamed features."""
    # Unknown fields are included, except those that are resolved to a known key.
    unknown_fields: dict[int, set[str]] = {}
    for unknown in matrix.unknown_fields:
        if unknown.suggestion is None:
            unknown_fields.setdefault(id(unknown.entry.section), set()).add(unknown.entry.key)
    backends = matrix.grades.backends if matrix.grades else {}
    return {
        "version": VERSION,
        "path": matrix.document.source.path,
        "dialect": matrix.dialect.name if matrix.dialect else None,
        "drivers": {
            driver.name: _driver_to_json(driver, backends.get(driver.name), unknown_fields)
            for driver in matrix.drivers
        },
        "features": {
            feature.name: _feature_to_json(feature, unknown_fields.get(id(feature.section), _NONE))
            for feature in matrix.features
            if feature.name is not None
        },
    }


def split_items(value: str) -> list[str]:
    """Return the items of a list value, without empty ones."""
    return [" ".join(part.split()) for part in value.split(";") if part.strip()]


def _driver_to_json(
    driver: Driver, backend: Section | None, unknown_fields: dict[int, set[str]]
) -> Table:
    place = driver.place
    table = {"title": driver.title.value} if driver.title else {}
    if isinstance(place, Section):
        fields = driver.dialect.driver_fields | unknown_fields.get(id(place), _NONE)
        table |= {key: value for key, value in place.values.items() if key in fields}
    return table | (backend.values if backend else {})


def _feature_to_json(feature: Feature, unknown_fields: AbstractSet[str]) -> Table:
    section = feature.section
    dialect = section.document.dialect
    fields = (dialect.fields if dialect else _NONE) | unknown_fields
    table: Table = {}
    for key, value in section.values.items():
        if key in fields and key not in (STATUS, IMPLEMENTATIONS):
            table[key] = split_items(value) if key in LISTS else value
    status = feature.status
    if status:
        table[STATUS] = {"word": status.suggestion or status.word}
        if status.argument:
            table[STATUS]["argument"] = status.argument
    table[IMPLEMENTATIONS] = {
        driver.name: entry_to_json(feature, driver, level)
        for driver, level in zip(feature.drivers, feature.levels, strict=True)
        if level is not None
    }
    return table


def entry_to_json(feature: Feature, driver: Driver, level: str) -> Table:
    """Convert the entry of *driver* in *feature*, with the resolved *level*, to JSON."""
    values, dialect = feature.section.values, feature.section.document.dialect
    word, release = values[feature.cell_key(driver)].partition("\n")[0], ""
    if dialect and dialect.has_releases:
        word, _, release = word.partition(":")
    # A word that is not a level is kept as written; a rule reports it.
    table = {"level": word.strip() if level == UNREADABLE else level}
    if release.strip():
        table["release"] = release.strip()
    key = feature.note_key(driver)
    if key in values:
        table["note"] = values[key]
    return table
