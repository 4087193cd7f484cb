"""MX603 unknown-level-in-condition."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, did_you_mean, one_of, rule


@rule("MX603", "unknown-level-in-condition", severity=Severity.ERROR)
def unknown_level_in_condition(matrix: Matrix) -> Iterator[Finding]:
    """
    A condition on a level that does not exist.
    """
    for condition in matrix.conditions:
        if condition.is_misspelt:
            message = f"condition is on level {condition.word!r}; expected {one_of(matrix.levels)}"
            hint = did_you_mean(condition.level)
            yield Finding(condition.word_span, message, condition.status.entry, hint)
