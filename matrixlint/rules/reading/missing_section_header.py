"""MX011 missing-section-header."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule
from matrixlint.rules.reading.fault import findings


@rule("MX011", "missing-section-header", severity=Severity.ERROR)
def missing_section_header(matrix: Matrix) -> Iterator[Finding]:
    """
    Two features with the header between them lost.
    """
    yield from findings(matrix, "MX011")
