"""MX004 malformed-section-header."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule
from matrixlint.rules.reading.fault import findings


@rule("MX004", "malformed-section-header", severity=Severity.ERROR)
def malformed_section_header(matrix: Matrix) -> Iterator[Finding]:
    """
    A section header that is broken, indented, or lacks a bracket.
    """
    yield from findings(matrix, "MX004")
