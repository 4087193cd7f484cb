"""MX008 swallowed-key."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule
from matrixlint.rules.reading.fault import findings


@rule("MX008", "swallowed-key", severity=Severity.ERROR)
def swallowed_key(matrix: Matrix) -> Iterator[Finding]:
    """
    An indented key, which is read as part of the value above.
    """
    yield from findings(matrix, "MX008")
