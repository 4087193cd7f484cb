"""Locations in the file of the values in the JSON form of a matrix."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matrixlint.model.feature import UNREADABLE, Driver, Feature
from matrixlint.model.json import IMPLEMENTATIONS, LISTS, STATUS
from matrixlint.model.matrix import Matrix
from matrixlint.model.status import Status
from matrixlint.syntax.document import Entry, Section
from matrixlint.text.span import Span

Steps = Sequence[str | int]


class Location(NamedTuple):
    """
    A span of the file, and the entry or section there.

    *is_known* is true if the value is known, *is_complete* if no part of it may be missing
    because of a syntax error.
    """

    span: Span
    about: Entry | Section | None = None
    driver: str | None = None
    is_known: bool = True
    is_complete: bool = True


class JsonLocations:
    """The locations of one matrix, by JSON path."""

    __slots__ = ("_drivers", "_features", "_items", "_matrix")

    def __init__(self, matrix: Matrix) -> None:
        self._matrix = matrix
        self._drivers = {driver.name: driver for driver in matrix.drivers}
        self._features = {feature.name: feature for feature in matrix.features}
        self._items: dict[tuple[int, str], list[tuple[int, int]]] = {}

    def locate(self, place: Steps, *, is_name: bool = False) -> Location:
        """
        Return the location of the value at the JSON path *place*, or of its name.

        If it is not in the file, return the location of the nearest enclosing item.
        """
        match list(place):
            case ["drivers", str(name), *rest] if name in self._drivers:
                return self._locate_in_driver(self._drivers[name], rest, is_name=is_name)
            case ["features", str(name), *rest] if name in self._features:
                return self._locate_in_feature(self._features[name], rest, is_name=is_name)
            case [("drivers" | "features") as kind, *_]:
                return self._locate_first(kind)
        return Location(Span(1, 1, 1, 1))

    def _locate_first(self, kind: str) -> Location:
        """Return the location of the first feature or driver, for the table of all."""
        matrix = self._matrix
        if kind == "features" and matrix.features:
            section = matrix.features[0].section
            return Location(section.span, section, is_complete=not matrix.has_unnamed_features)
        driver = matrix.drivers[0]
        about = driver.place
        is_complete = not (matrix.drivers_incomplete or matrix.has_unnamed_features)
        return Location(driver.span, about, driver.name, is_complete=is_complete)

    def _locate_in_driver(self, driver: Driver, rest: Steps, *, is_name: bool) -> Location:
        sections = [driver.place] if isinstance(driver.place, Section) else []
        grades = self._matrix.grades
        if grades and driver.name in grades.backends:
            sections.insert(0, grades.backends[driver.name])
        entry = driver.title if rest[:1] == ["title"] else None
        for section in sections:
            if rest and rest[0] in section.values:
                entry = section.entry(str(rest[0]))
        if entry:
            return _locate_entry(entry, is_name=is_name)._replace(driver=driver.name)
        is_complete = not any(section.is_incomplete for section in sections)
        return Location(driver.span, driver.place, driver.name, is_complete=is_complete)

    def _locate_in_feature(self, feature: Feature, rest: Steps, *, is_name: bool) -> Location:
        section = feature.section
        whole = Location(section.span, section, is_complete=not section.is_incomplete)
        if not rest:
            return whole
        if rest[0] == IMPLEMENTATIONS:
            return self._locate_implementation(feature, rest[1:], is_name=is_name) or whole
        if rest[0] == STATUS and feature.status:
            return _locate_status(feature.status, rest[1:])
        entry = section.entry(str(rest[0]))
        if rest[0] in LISTS and len(rest) > 1 and "\n" not in entry.value:
            items = self._items.setdefault((id(section), entry.key), [])
            items += () if items else _find_items(entry.value)
            return Location(entry.part(*items[int(rest[1])]), entry, is_known=entry.is_known)
        return _locate_entry(entry, is_name=is_name)

    def _locate_implementation(
        self, feature: Feature, rest: Steps, *, is_name: bool
    ) -> Location | None:
        driver = self._drivers.get(str(rest[0])) if rest else None
        entry = feature.entry(driver) if driver else None
        if driver is None or entry is None:
            return None
        note = feature.note(driver)
        is_known = entry.is_known and feature.levels[driver.index] != UNREADABLE
        if rest[1:] == ["note"] and note:
            return _locate_entry(note, is_name=is_name)._replace(driver=driver.name)
        if not rest[1:]:
            # The implementation as a whole is known if both level and note are.
            is_known = is_known and (note is None or note.is_known)
        span = entry.key_span if is_name else entry.value_span
        return Location(span, entry, driver.name, is_known, not feature.section.is_incomplete)


def _locate_status(status: Status, rest: Steps) -> Location:
    spans = {"argument": status.argument_span, "word": status.word_span}
    span = spans.get(str(rest[0]), status.entry.value_span) if rest else status.entry.value_span
    return Location(span, status.entry, is_known=status.suggestion is not None)


def _locate_entry(entry: Entry, *, is_name: bool) -> Location:
    span = entry.key_span if is_name else entry.value_span
    return Location(span, entry, is_known=entry.is_known)


def _find_items(value: str) -> Iterator[tuple[int, int]]:
    """Yield the 0-based start and the length of each item of a list in one line."""
    start = 0
    for part in value.split(";"):
        if part.strip():
            yield start + len(part) - len(part.lstrip()), len(part.strip())
        start += len(part) + 1
