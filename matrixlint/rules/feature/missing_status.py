"""MX202 missing-status."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX202", "missing-status", severity=Severity.WARNING)
def missing_status(matrix: Matrix) -> Iterator[Finding]:
    """
    A feature that does not say how much it matters.
    """
    fields = tuple(matrix.dialect.status_fields) if matrix.dialect else ()
    for feature in matrix.features:
        if not feature.statuses and not feature.section.is_open:
            message = f"[{feature.name or '?'}] has no {' or '.join(fields)}"
            yield Finding(feature.section.span, message, feature.section)
