"""Preconditions of a migration to another dialect."""

from collections.abc import Iterator

from matrixlint.errors import ErrorDetail
from matrixlint.model.matrix import Matrix
from matrixlint.model.syntax_errors import find_guessed_errors
from matrixlint.syntax.dialects.dialect import TARGETS
from matrixlint.syntax.document import Section


def check_preconditions(matrix: Matrix) -> Iterator[ErrorDetail]:
    """Yield the errors that must be fixed in *matrix* before it can be migrated."""
    dialect, path = matrix.dialect, matrix.document.source.path
    if dialect and not (dialect.declaring_keys and dialect.has_features):
        message = f"is of the dialect {dialect.name!r}; only {TARGETS.name!r} can be migrated"
        yield ErrorDetail(message, path)
        return
    errors = list(find_guessed_errors(matrix, "cannot be migrated as it stands"))
    yield from errors
    if not errors and not matrix.drivers:
        yield ErrorDetail("declares no driver; there is nothing to migrate", path)
    for section, suggestion, _ in matrix.unrendered_sections:
        message = (
            f"[{section.name}] is read as [{suggestion}], and must be called so to be migrated"
        )
        yield ErrorDetail(message, path, section.line)
    yield from _check_declaring_keys(matrix, path)


def find_declaring_section(matrix: Matrix) -> Section | None:
    """Return the section whose keys declare the drivers of *matrix*."""
    dialect = matrix.dialect
    found = (
        each for each in matrix.document.sections if dialect and dialect.declares(each.name or "")
    )
    return next(found, None)


def _check_declaring_keys(matrix: Matrix, path: str) -> Iterator[ErrorDetail]:
    section = find_declaring_section(matrix)
    for unknown in matrix.unknown_fields:
        entry = unknown.entry
        if section and entry.section is section:
            message = (
                f"key {entry.written_key!r} of [{section.name}] declares no driver; "
                "there is no place for it in the result"
            )
            yield ErrorDetail(message, path, entry.line)
