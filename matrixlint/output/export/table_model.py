"""Table model of a matrix for export formats: rows and cells with their findings."""

from collections.abc import Sequence
from typing import NamedTuple

from matrixlint.diagnostic import Diagnostic
from matrixlint.model.feature import Driver, Feature
from matrixlint.model.json import entry_to_json
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.dialects.dialect import Support
from matrixlint.syntax.document import Entry, Section

# Level of a cell without an entry, or with an entry that cannot be read.
NOTHING = ""


class Column(NamedTuple):
    """Driver: name, title, line (1-based) of its declaration, indexes of its findings."""

    name: str
    title: str
    line: int
    findings: tuple[int, ...] = ()


class Cell(NamedTuple):
    """
    Support of a feature by a driver.

    *level* is the parsed word, NOTHING without an entry; *support* is its meaning, None if
    that is not known. *line* is 1-based, None without an entry. *findings* are indexes into
    the findings of the table.
    """

    level: str = NOTHING
    support: Support | None = None
    release: str = ""
    note: str = ""
    line: int | None = None
    findings: tuple[int, ...] = ()


class Row(NamedTuple):
    """Feature with a cell for each column; *findings* are those not of a single cell."""

    name: str
    title: str
    status: str
    argument: str
    notes: str
    line: int
    cells: tuple[Cell, ...]
    findings: tuple[int, ...] = ()


class MatrixTable(NamedTuple):
    """Table of a matrix with its *findings*."""

    matrix: Matrix
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    findings: Sequence[Diagnostic]

    @property
    def path(self) -> str:
        """Path of the file, as reported."""
        return self.matrix.document.source.path

    @property
    def lines(self) -> Sequence[str]:
        """Lines of the file, without line ends."""
        return self.matrix.document.source.lines


def build_table(matrix: Matrix, findings: Sequence[Diagnostic]) -> MatrixTable:
    """Return *matrix* as a table whose rows and cells have their findings."""
    finding_index = _FindingIndex(matrix, findings)
    columns = tuple(_make_column(driver, finding_index) for driver in matrix.drivers)
    rows = tuple(_make_row(feature, finding_index) for feature in matrix.features)
    return MatrixTable(matrix, columns, rows, findings)


class _FindingIndex:
    """Findings by the cell, feature or driver that they belong to."""

    __slots__ = ("_drivers", "_features", "_keys", "_owners", "cells", "drivers", "features")

    def __init__(self, matrix: Matrix, findings: Sequence[Diagnostic]) -> None:
        self.cells: dict[tuple[str, str], list[int]] = {}
        self.features: dict[str, list[int]] = {}
        self.drivers: dict[str, list[int]] = {}
        self._drivers = {driver.name for driver in matrix.drivers}
        self._features = {feature.name for feature in matrix.features}
        self._keys = _map_keys(matrix)
        # A driver is declared by a section, or by a line in one.
        self._owners: dict[str | int | None, str] = {}
        for driver in matrix.drivers:
            place = driver.place
            self._owners[place.name if isinstance(place, Section) else place.line] = driver.name
        for at, diagnostic in enumerate(findings):
            self._add(at, diagnostic)

    def _add(self, at: int, diagnostic: Diagnostic) -> None:
        section = diagnostic.section or ""
        driver = self._keys.get((section, diagnostic.key or ""), diagnostic.driver)
        owner = self._owners.get(section, self._owners.get(diagnostic.line))
        if section in self._features and driver in self._drivers:
            self.cells.setdefault((section, driver or ""), []).append(at)
        elif section in self._features:
            self.features.setdefault(section, []).append(at)
        elif owner:
            self.drivers.setdefault(owner, []).append(at)


def _map_keys(matrix: Matrix) -> dict[tuple[str, str], str]:
    """Return the driver of each key of an entry or note, by section and key."""
    return {
        (feature.name or "", key): driver.name
        for feature in matrix.features
        for driver in matrix.drivers
        for key in (feature.cell_key(driver), feature.note_key(driver))
        if key in feature.section.values
    }


def _make_column(driver: Driver, finding_index: _FindingIndex) -> Column:
    title = driver.title.value if driver.title else driver.written
    found = finding_index.drivers.get(driver.name, ())
    return Column(driver.written, title, driver.place.line, tuple(found))


def _make_row(feature: Feature, finding_index: _FindingIndex) -> Row:
    name, status = feature.name or "", feature.status
    return Row(
        name=name,
        title=feature.title.value if feature.title else name,
        status=(status.suggestion or status.word) if status else "",
        argument=(status.argument or "") if status else "",
        notes=feature.section.values.get("notes", ""),
        line=feature.section.line,
        cells=tuple(_make_cell(feature, driver, finding_index) for driver in feature.drivers),
        findings=tuple(finding_index.features.get(name, ())),
    )


def _make_cell(feature: Feature, driver: Driver, finding_index: _FindingIndex) -> Cell:
    level = feature.levels[driver.index]
    found = tuple(finding_index.cells.get((feature.name or "", driver.name), ()))
    if level is None:
        return Cell(findings=found)
    facts = entry_to_json(feature, driver, level)
    entry = feature.section.entry(feature.cell_key(driver))
    return Cell(
        level=facts["level"],
        support=_get_support(entry, facts["level"]),
        release=facts.get("release", ""),
        note=facts.get("note", ""),
        line=entry.line,
        findings=found,
    )


def _get_support(entry: Entry, level: str) -> Support | None:
    dialect = entry.section.document.dialect
    return dialect.levels.get(level) if dialect else None
