"""MX003 duplicate-key."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule
from matrixlint.rules.reading.fault import findings


@rule("MX003", "duplicate-key", severity=Severity.ERROR)
def duplicate_key(matrix: Matrix) -> Iterator[Finding]:
    """
    A key that stands a second time in its section.
    """
    yield from findings(matrix, "MX003")
