"""MX606 circular-condition."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related, Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX606", "circular-condition", severity=Severity.ERROR)
def circular_condition(matrix: Matrix) -> Iterator[Finding]:
    """
    A condition that leads back to its own feature.
    """
    for condition in matrix.conditions:
        if not condition.circle or condition is not condition.circle[0]:
            continue
        others = condition.circle[1:]
        through = f" through {len(others)} others" if others else ""
        message = f"condition leads back to [{condition.feature.name}]{through}"
        related = tuple(Related(other.name_span, "on the way") for other in others[:9])
        entry = condition.status.entry
        yield Finding(condition.name_span, message, entry, related=related)
