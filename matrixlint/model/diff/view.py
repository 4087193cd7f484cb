"""One of two matrices that are held against each other."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from matrixlint.model.diff.direction import is_implemented
from matrixlint.model.feature import Driver, Feature
from matrixlint.model.json import IMPLEMENTATIONS, STATUS, Table, matrix_to_json
from matrixlint.model.json_locations import JsonLocations
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.dialects.dialect import Demand, Support

Argument = tuple[str, ...]


class MatrixView(NamedTuple):
    """
    A matrix, and *table*, the matrix as JSON.

    *levels* are what the words mean, *drivers* and *features* the parts by name.
    *conditions* hold FEATURE, operator and LEVEL, by the feature whose status they are.
    *unrendered* are the names of sections that the page does not show.
    """

    table: Table
    locations: JsonLocations
    levels: Mapping[str, Support]
    drivers: Mapping[str, Driver]
    features: Mapping[str, Feature]
    conditions: Mapping[str, Argument]
    unrendered: frozenset[str]

    def demand(self, feature: str) -> Demand | None:
        """Return what the status of *feature* asks for: without one, nothing of anybody."""
        status = self.features[feature].status
        return status.demand if status else Demand.OPTIONAL

    def status(self, feature: str) -> str | None:
        """Return the status of *feature* as it is read, None where it has none."""
        held = self.table["features"][feature].get(STATUS)
        if held is None:
            return None
        argument = held.get("argument")
        return f"{held['word']}({argument})" if argument else str(held["word"])

    def cells(self, feature: str) -> Mapping[str, Any]:
        """Return the cells of *feature* as JSON, by driver."""
        held: Mapping[str, Any] = self.table["features"][feature][IMPLEMENTATIONS]
        return held

    def count_drivers(self, feature: str) -> int:
        """Return how many drivers implement *feature*."""
        return sum(
            is_implemented(cell["level"], self.levels) for cell in self.cells(feature).values()
        )

    def count_features(self, driver: str) -> int:
        """Return how many features *driver* implements."""
        cells = (self.cells(feature).get(driver) for feature in self.features)
        return sum(is_implemented(cell["level"], self.levels) for cell in cells if cell)

    def line(self, *place: str) -> int:
        """Return the line (1-based) of what is at *place* in the JSON, or of what is around it."""
        return self.locations.locate(place).span.line

    def field_line(self, kind: str, name: str, field: str) -> int:
        """Return the line (1-based) of a field, or of the thing that has none."""
        return self.line(kind, name, *([field] if field in self.table[kind][name] else []))

    def cell_line(self, feature: str, driver: str, *, of_note: bool = False) -> int:
        """Return the line (1-based) of a cell or its note, or of what is around it."""
        held, column = self.features[feature], self.drivers[driver]
        entry = held.note(column) if of_note else held.entry(column)
        return entry.line if entry else held.section.line


def view_matrix(matrix: Matrix) -> MatrixView:
    """Return *matrix* as one of two."""
    table = matrix_to_json(matrix)
    features = {each.name: each for each in matrix.features if each.name is not None}
    for name, feature in features.items():
        # How much a feature matters stands in one field, whatever that is called.
        if feature.status and feature.status.entry.key != STATUS:
            table["features"][name].pop(feature.status.entry.key, None)
    return MatrixView(
        table,
        JsonLocations(matrix),
        matrix.dialect.levels if matrix.dialect else {},
        {driver.name: driver for driver in matrix.drivers},
        features,
        {
            each.feature.name: (each.name, each.operator, each.word)
            for each in matrix.conditions
            if each.feature.name is not None and not each.is_malformed
        },
        frozenset(each.section.name or "" for each in matrix.unrendered_sections),
    )
