"""MX203 unknown-field."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX203", "unknown-field", severity=Severity.WARNING)
def unknown_field(matrix: Matrix) -> Iterator[Finding]:
    """
    A key that is no field, entry or note of the dialect.
    """
    for field in matrix.unknown_fields:
        severity = Severity.ERROR if field.is_needed else None
        hint = f"did you mean {field.meant!r}?" if field.meant else None
        message = f"key {field.entry.written_key!r} is no field, entry or note"
        yield Finding(field.entry.key_span, message, field.entry, hint, severity=severity)
