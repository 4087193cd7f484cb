"""MX006 byte-order-mark."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule
from matrixlint.rules.reading.fault import findings


@rule("MX006", "byte-order-mark", severity=Severity.ERROR)
def byte_order_mark(matrix: Matrix) -> Iterator[Finding]:
    """
    A byte-order mark before the first line.
    """
    yield from findings(matrix, "MX006")
