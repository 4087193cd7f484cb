"""MX005 invalid-encoding."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule
from matrixlint.rules.reading.fault import findings


@rule("MX005", "invalid-encoding", severity=Severity.ERROR)
def invalid_encoding(matrix: Matrix) -> Iterator[Finding]:
    """
    Bytes that are not UTF-8, or control characters.
    """
    yield from findings(matrix, "MX005")
