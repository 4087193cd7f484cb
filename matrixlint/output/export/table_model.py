"""What exporters make their text of: the matrix as rows and cells, each with what was found."""

from collections.abc import Sequence
from typing import NamedTuple

from matrixlint.diagnostic import Diagnostic
from matrixlint.model.feature import Driver, Feature
from matrixlint.model.json import entry_to_json
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.dialects.dialect import Support
from matrixlint.syntax.document import Entry, Section

# What a cell holds where there is no entry, or none that can be read.
NOTHING = ""


class Column(NamedTuple):
    """A driver: its name, its title, the line (1-based) of its declaration, its findings."""

    name: str
    title: str
    line: int
    findings: tuple[int, ...] = ()


class Cell(NamedTuple):
    """
    What a driver does of a feature.

    *level* is the word as read, NOTHING where there is no entry; *support* what it means,
    None where that is not known. *line* is 1-based, None without an entry. *findings* are
    indexes into those of the sheet.
    """

    level: str = NOTHING
    support: Support | None = None
    release: str = ""
    note: str = ""
    line: int | None = None
    findings: tuple[int, ...] = ()


class Row(NamedTuple):
    """A feature, with a cell for each column; *findings* are those of no one cell."""

    name: str
    title: str
    status: str
    argument: str
    notes: str
    line: int
    cells: tuple[Cell, ...]
    findings: tuple[int, ...] = ()


class MatrixTable(NamedTuple):
    """A matrix and its *findings*; *lines* are those of the file, without their ends."""

    matrix: Matrix
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    findings: Sequence[Diagnostic]

    @property
    def path(self) -> str:
        """The file, as reports call it."""
        return self.matrix.document.source.path

    @property
    def lines(self) -> Sequence[str]:
        """The lines of the file, without their ends."""
        return self.matrix.document.source.lines


def build_table(matrix: Matrix, findings: Sequence[Diagnostic]) -> MatrixTable:
    """Return *matrix* as rows and cells, which know what was found in them."""
    finder = _Finder(matrix, findings)
    columns = tuple(_column(driver, finder) for driver in matrix.drivers)
    rows = tuple(_row(feature, finder) for feature in matrix.features)
    return MatrixTable(matrix, columns, rows, findings)


class _Finder:
    """The findings by what they are of: a cell, a feature, a driver."""

    __slots__ = ("_drivers", "_features", "_keys", "_owners", "cells", "drivers", "features")

    def __init__(self, matrix: Matrix, findings: Sequence[Diagnostic]) -> None:
        self.cells: dict[tuple[str, str], list[int]] = {}
        self.features: dict[str, list[int]] = {}
        self.drivers: dict[str, list[int]] = {}
        self._drivers = {driver.name for driver in matrix.drivers}
        self._features = {feature.name for feature in matrix.features}
        self._keys = _keys(matrix)
        # A driver has a section, or a line in one.
        self._owners: dict[str | int | None, str] = {}
        for driver in matrix.drivers:
            place = driver.place
            self._owners[place.name if isinstance(place, Section) else place.line] = driver.name
        for at, row in enumerate(findings):
            self._add(at, row)

    def _add(self, at: int, row: Diagnostic) -> None:
        section = row.section or ""
        driver = self._keys.get((section, row.key or ""), row.driver)
        owner = self._owners.get(section, self._owners.get(row.line))
        if section in self._features and driver in self._drivers:
            self.cells.setdefault((section, driver or ""), []).append(at)
        elif section in self._features:
            self.features.setdefault(section, []).append(at)
        elif owner:
            self.drivers.setdefault(owner, []).append(at)


def _keys(matrix: Matrix) -> dict[tuple[str, str], str]:
    """Return, by section and key, the driver that the key is read as an entry or note of."""
    return {
        (feature.name or "", key): driver.name
        for feature in matrix.features
        for driver in matrix.drivers
        for key in (feature.cell_key(driver), feature.note_key(driver))
        if key in feature.section.values
    }


def _column(driver: Driver, finder: _Finder) -> Column:
    title = driver.title.value if driver.title else driver.written
    found = finder.drivers.get(driver.name, ())
    return Column(driver.written, title, driver.place.line, tuple(found))


def _row(feature: Feature, finder: _Finder) -> Row:
    name, status = feature.name or "", feature.status
    return Row(
        name=name,
        title=feature.title.value if feature.title else name,
        status=(status.suggestion or status.word) if status else "",
        argument=(status.argument or "") if status else "",
        notes=feature.section.values.get("notes", ""),
        line=feature.section.line,
        cells=tuple(_cell(feature, driver, finder) for driver in feature.drivers),
        findings=tuple(finder.features.get(name, ())),
    )


def _cell(feature: Feature, driver: Driver, finder: _Finder) -> Cell:
    level = feature.levels[driver.index]
    found = tuple(finder.cells.get((feature.name or "", driver.name), ()))
    if level is None:
        return Cell(findings=found)
    facts = entry_to_json(feature, driver, level)
    entry = feature.section.entry(feature.cell_key(driver))
    return Cell(
        level=facts["level"],
        support=_support(entry, facts["level"]),
        release=facts.get("release", ""),
        note=facts.get("note", ""),
        line=entry.line,
        findings=found,
    )


def _support(entry: Entry, level: str) -> Support | None:
    dialect = entry.section.document.dialect
    return dialect.levels.get(level) if dialect else None
