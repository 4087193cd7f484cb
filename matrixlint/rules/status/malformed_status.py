"""MX302 malformed-status."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX302", "malformed-status", severity=Severity.ERROR)
def malformed_status(matrix: Matrix) -> Iterator[Finding]:
    """
    A status whose form no renderer reads.
    """
    for feature in matrix.features:
        for status in feature.statuses:
            if status.malformed and not status.continued:
                written = status.entry.value
                message = f"{status.entry.key} {written!r} cannot be read: {status.malformed}"
                yield Finding(status.entry.value_span, message, status.entry)
