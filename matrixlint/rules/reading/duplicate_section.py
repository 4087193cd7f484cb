"""MX002 duplicate-section."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule
from matrixlint.rules.reading.fault import findings


@rule("MX002", "duplicate-section", severity=Severity.ERROR)
def duplicate_section(matrix: Matrix) -> Iterator[Finding]:
    """
    A section whose name is used a second time.
    """
    yield from findings(matrix, "MX002")
