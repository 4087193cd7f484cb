"""MX608 inverted-condition."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX608", "inverted-condition", severity=Severity.WARNING)
def inverted_condition(matrix: Matrix) -> Iterator[Finding]:
    """
    A condition that asks a feature of the drivers that lack another.
    """
    for condition in matrix.conditions:
        if condition.is_inverted:
            argument = condition.status.argument
            message = f"{argument!r} requires this of the drivers that lack {condition.name!r}"
            yield Finding(condition.status.argument_span, message, condition.status.entry)
