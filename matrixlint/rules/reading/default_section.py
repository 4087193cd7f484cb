"""MX010 default-section."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule
from matrixlint.rules.reading.fault import findings


@rule("MX010", "default-section", severity=Severity.WARNING)
def default_section(matrix: Matrix) -> Iterator[Finding]:
    """
    A section `[DEFAULT]`, whose keys appear in every section.
    """
    yield from findings(matrix, "MX010")
