"""MX007 merge-conflict-marker."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule
from matrixlint.rules.reading.fault import findings


@rule("MX007", "merge-conflict-marker", severity=Severity.ERROR)
def merge_conflict_marker(matrix: Matrix) -> Iterator[Finding]:
    """
    A conflict that a merge left in the file.
    """
    yield from findings(matrix, "MX007")
