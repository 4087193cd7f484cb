"""MX001 syntax-error."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule
from matrixlint.rules.reading.fault import findings


@rule("MX001", "syntax-error", severity=Severity.ERROR)
def syntax_error(matrix: Matrix) -> Iterator[Finding]:
    """
    A line that is no section header, key, comment or continuation.
    """
    yield from findings(matrix, "MX001")
