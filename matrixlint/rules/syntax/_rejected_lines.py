"""The lines of a matrix that the renderer refuses once it reads them as they are meant."""

from collections.abc import Iterator

from matrixlint.model.feature import Feature
from matrixlint.model.matrix import Matrix


def find_rejected_lines(matrix: Matrix) -> Iterator[int]:
    """
    Yield the numbers (1-based) of such lines: keys of no driver, words that are none, headers.

    Text that hides one of them, as the value that an indented key is swallowed by, makes a
    page; without it there is none.
    """
    yield from (unknown.entry.line for unknown in matrix.unknown_levels)
    yield from (unknown.entry.line for unknown in matrix.unknown_fields)
    yield from (
        entry.line for undeclared in matrix.undeclared_entries for entry in undeclared.entries
    )
    yield from (driver.place.line for driver in matrix.drivers if driver.title is None)
    for feature in matrix.features:
        yield from _of_feature(feature)


def _of_feature(feature: Feature) -> Iterator[int]:
    if feature.title is None or not feature.title.value or None in feature.levels:
        yield feature.section.line
    for status in feature.statuses:
        if status.malformed or status.is_unknown or status.is_conditional:
            yield status.entry.line
