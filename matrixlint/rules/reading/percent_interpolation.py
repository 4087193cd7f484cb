"""MX009 percent-interpolation."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule
from matrixlint.rules.reading.fault import findings


@rule("MX009", "percent-interpolation", severity=Severity.ERROR)
def percent_interpolation(matrix: Matrix) -> Iterator[Finding]:
    """
    A percent sign that the renderer takes for a reference.
    """
    yield from findings(matrix, "MX009")
