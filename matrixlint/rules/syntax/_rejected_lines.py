"""Lines of a matrix that the renderer rejects once they are parsed as intended."""

from collections.abc import Iterator

from matrixlint.model.feature import Feature
from matrixlint.model.matrix import Matrix


def find_rejected_lines(matrix: Matrix) -> Iterator[int]:
    """
    Yield the lines (1-based) of unknown keys and words and of incomplete sections.

    A page can be made while other text hides such a line, for example a value that swallows
    an indented key; otherwise the renderer fails.
    """
    yield from (unknown.entry.line for unknown in matrix.unknown_levels)
    yield from (unknown.entry.line for unknown in matrix.unknown_fields)
    yield from (
        entry.line for undeclared in matrix.undeclared_entries for entry in undeclared.entries
    )
    yield from (driver.place.line for driver in matrix.drivers if driver.title is None)
    for feature in matrix.features:
        yield from _find_rejected_in_feature(feature)


def _find_rejected_in_feature(feature: Feature) -> Iterator[int]:
    if feature.title is None or not feature.title.value or None in feature.levels:
        yield feature.section.line
    for status in feature.statuses:
        if status.malformed or status.is_unknown or status.is_conditional:
            yield status.entry.line
