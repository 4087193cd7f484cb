"""Where in the file the values of a matrix as JSON come from."""

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
    A place of the file, and the entry or section there.

    *is_known* says that what it holds is known, *is_whole* that nothing of it may have been
    taken away by a fault.
    """

    span: Span
    about: Entry | Section | None = None
    driver: str | None = None
    is_known: bool = True
    is_whole: bool = True


class JsonLocations:
    """The locations of one matrix, by paths in it as JSON."""

    __slots__ = ("_drivers", "_features", "_items", "_matrix")

    def __init__(self, matrix: Matrix) -> None:
        self._matrix = matrix
        self._drivers = {driver.name: driver for driver in matrix.drivers}
        self._features = {feature.name: feature for feature in matrix.features}
        self._items: dict[tuple[int, str], list[tuple[int, int]]] = {}

    def locate(self, place: Steps, *, is_name: bool = False) -> Location:
        """
        Return the location of the value at *place*, or of its name.

        What is not in the file is where it would be: at the nearest thing around it.
        """
        match list(place):
            case ["drivers", str(name), *rest] if name in self._drivers:
                return self._in_driver(self._drivers[name], rest, is_name=is_name)
            case ["features", str(name), *rest] if name in self._features:
                return self._in_feature(self._features[name], rest, is_name=is_name)
            case [("drivers" | "features") as kind, *_]:
                return self._all(kind)
        return Location(Span(1, 1, 1, 1))

    def _all(self, kind: str) -> Location:
        matrix = self._matrix
        if kind == "features" and matrix.features:
            section = matrix.features[0].section
            return Location(section.span, section, is_whole=not matrix.has_unnamed_features)
        driver = matrix.drivers[0]
        about = driver.place
        is_whole = not (matrix.drivers_incomplete or matrix.has_unnamed_features)
        return Location(driver.span, about, driver.name, is_whole=is_whole)

    def _in_driver(self, driver: Driver, rest: Steps, *, is_name: bool) -> Location:
        sections = [driver.place] if isinstance(driver.place, Section) else []
        grades = self._matrix.grades
        if grades and driver.name in grades.backends:
            sections.insert(0, grades.backends[driver.name])
        entry = driver.title if rest[:1] == ["title"] else None
        for section in sections:
            if rest and rest[0] in section.values:
                entry = section.entry(str(rest[0]))
        if entry:
            return _in_entry(entry, is_name=is_name)._replace(driver=driver.name)
        is_whole = not any(section.is_incomplete for section in sections)
        return Location(driver.span, driver.place, driver.name, is_whole=is_whole)

    def _in_feature(self, feature: Feature, rest: Steps, *, is_name: bool) -> Location:
        section = feature.section
        around = Location(section.span, section, is_whole=not section.is_incomplete)
        if not rest:
            return around
        if rest[0] == IMPLEMENTATIONS:
            return self._in_implementations(feature, rest[1:], is_name=is_name) or around
        if rest[0] == STATUS and feature.status:
            return _in_status(feature.status, rest[1:])
        entry = section.entry(str(rest[0]))
        if rest[0] in LISTS and len(rest) > 1 and "\n" not in entry.value:
            held = self._items.setdefault((id(section), entry.key), [])
            held += () if held else _items(entry.value)
            return Location(entry.part(*held[int(rest[1])]), entry, is_known=entry.is_known)
        return _in_entry(entry, is_name=is_name)

    def _in_implementations(
        self, feature: Feature, rest: Steps, *, is_name: bool
    ) -> Location | None:
        driver = self._drivers.get(str(rest[0])) if rest else None
        cell = feature.entry(driver) if driver else None
        if driver is None or cell is None:
            return None
        note = feature.note(driver)
        is_known = cell.is_known and feature.levels[driver.index] != UNREADABLE
        if rest[1:] == ["note"] and note:
            return _in_entry(note, is_name=is_name)._replace(driver=driver.name)
        if not rest[1:]:
            # What is said of both hangs on both.
            is_known = is_known and (note is None or note.is_known)
        span = cell.key_span if is_name else cell.value_span
        return Location(span, cell, driver.name, is_known, not feature.section.is_incomplete)


def _in_status(status: Status, rest: Steps) -> Location:
    spans = {"argument": status.argument_span, "word": status.word_span}
    span = spans.get(str(rest[0]), status.entry.value_span) if rest else status.entry.value_span
    return Location(span, status.entry, is_known=status.suggestion is not None)


def _in_entry(entry: Entry, *, is_name: bool) -> Location:
    span = entry.key_span if is_name else entry.value_span
    return Location(span, entry, is_known=entry.is_known)


def _items(value: str) -> Iterator[tuple[int, int]]:
    """Yield the start and the length of each item of a list that stands in one line."""
    start = 0
    for part in value.split(";"):
        if part.strip():
            yield start + len(part) - len(part.lstrip()), len(part.strip())
        start += len(part) + 1
