"""A view of one matrix for a diff."""

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
    One matrix of a diff, with *table*, its JSON form.

    *levels* are the meanings of the level words, *drivers* and *features* the items by name.
    *conditions* are FEATURE, operator and LEVEL, by the feature with that status. *unrendered* are
    the names of sections that the renderer ignores.
    """

    table: Table
    locations: JsonLocations
    levels: Mapping[str, Support]
    drivers: Mapping[str, Driver]
    features: Mapping[str, Feature]
    conditions: Mapping[str, Argument]
    unrendered: frozenset[str]

    def demand(self, feature: str) -> Demand | None:
        """Return the demand of the status of *feature*; without a status it is optional."""
        status = self.features[feature].status
        return status.demand if status else Demand.OPTIONAL

    def status(self, feature: str) -> str | None:
        """Return the resolved status of *feature*, or None."""
        status = self.table["features"][feature].get(STATUS)
        if status is None:
            return None
        argument = status.get("argument")
        return f"{status['word']}({argument})" if argument else str(status["word"])

    def cells(self, feature: str) -> Mapping[str, Any]:
        """Return the entries of *feature* as JSON, by driver."""
        entries: Mapping[str, Any] = self.table["features"][feature][IMPLEMENTATIONS]
        return entries

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
        """Return the line (1-based) of the JSON path *place*, or of the enclosing item."""
        return self.locations.locate(place).span.line

    def field_line(self, kind: str, name: str, field: str) -> int:
        """Return the line (1-based) of a field, or of the item without that field."""
        return self.line(kind, name, *([field] if field in self.table[kind][name] else []))

    def cell_line(self, feature: str, driver: str, *, of_note: bool = False) -> int:
        """Return the line (1-based) of an entry or its note, or of the feature's header."""
        row, column = self.features[feature], self.drivers[driver]
        entry = row.note(column) if of_note else row.entry(column)
        return entry.line if entry else row.section.line


def view_matrix(matrix: Matrix) -> MatrixView:
    """Build the view of *matrix* for a diff."""
    table = matrix_to_json(matrix)
    features = {each.name: each for each in matrix.features if each.name is not None}
    for name, feature in features.items():
        # The status is in one field of the JSON, whatever its key in the file is.
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
