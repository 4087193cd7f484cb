"""MX601 malformed-condition."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX601", "malformed-condition", severity=Severity.ERROR)
def malformed_condition(matrix: Matrix) -> Iterator[Finding]:
    """
    A condition that is no comparison of a feature with a level.
    """
    for condition in matrix.conditions:
        if condition.is_malformed:
            status = condition.status
            message = f"condition is {status.argument!r}; expected FEATURE==LEVEL or FEATURE!=LEVEL"
            yield Finding(status.argument_span, message, status.entry)
