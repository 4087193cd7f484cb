"""What keeps a matrix from being moved to another dialect."""

from collections.abc import Iterator

from matrixlint.errors import ErrorDetail
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.dialects.dialect import TARGETS
from matrixlint.syntax.document import Section

# Behind these faults the text is read as it is meant, which its edits could not keep.
_OF_READING = frozenset({*(f"MX00{digit}" for digit in (1, 2, 3, 4, 5, 7, 8)), "MX011"})


def obstacles(matrix: Matrix) -> Iterator[ErrorDetail]:
    """Yield what must be mended in *matrix* before it can be moved."""
    dialect, path = matrix.dialect, matrix.document.source.path
    if dialect and not (dialect.declaring_keys and dialect.has_features):
        message = f"is of the dialect {dialect.name!r}; only {TARGETS.name!r} can be migrated"
        yield ErrorDetail(message, path)
        return
    faults = list(reading_faults(matrix, "cannot be migrated as it stands"))
    yield from faults
    if not faults and not matrix.drivers:
        yield ErrorDetail("declares no driver; there is nothing to migrate", path)
    for section, meant, _ in matrix.unrendered:
        message = f"[{section.name}] is read as [{meant}], and must be called so to be migrated"
        yield ErrorDetail(message, path, section.line)
    yield from _unknown_keys(matrix, path)


def reading_faults(matrix: Matrix, reason: str) -> Iterator[ErrorDetail]:
    """Yield the faults that the reading of *matrix* had to guess behind, for *reason*."""
    document = matrix.document
    for fault in sorted(document.faults, key=lambda each: each.span):
        if fault.code in _OF_READING:
            message = f"{reason}: {fault.message} ({fault.code})"
            yield ErrorDetail(message, document.source.path, fault.span.line)


def declaring_section(matrix: Matrix) -> Section | None:
    """Return the section whose keys declare the drivers of *matrix*."""
    dialect = matrix.dialect
    found = (
        each for each in matrix.document.sections if dialect and dialect.declares(each.name or "")
    )
    return next(found, None)


def _unknown_keys(matrix: Matrix, path: str) -> Iterator[ErrorDetail]:
    section = declaring_section(matrix)
    for unknown in matrix.unknown_fields:
        entry = unknown.entry
        if section and entry.section is section:
            message = (
                f"key {entry.written_key!r} of [{section.name}] declares no driver; "
                "there is no place for it in the result"
            )
            yield ErrorDetail(message, path, entry.line)
