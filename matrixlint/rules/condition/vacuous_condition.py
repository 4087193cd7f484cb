"""MX607 vacuous-condition."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX607", "vacuous-condition", severity=Severity.WARNING)
def vacuous_condition(matrix: Matrix) -> Iterator[Finding]:
    """
    A condition that no driver meets.
    """
    if matrix.may_lack_drivers or matrix.stray_entries:
        return
    for condition in matrix.conditions:
        if not condition.is_evaluated or condition.is_dangling or condition.is_misspelt:
            continue
        if all(condition.holds(driver) is False for driver in matrix.drivers):
            argument = condition.status.argument
            message = f"no driver meets {argument!r}: the feature is required of none"
            yield Finding(condition.status.argument_span, message, condition.status.entry)
