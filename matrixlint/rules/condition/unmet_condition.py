"""MX604 unmet-condition."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related, Severity
from matrixlint.dialect import Support
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX604", "unmet-condition", severity=Severity.ERROR)
def unmet_condition(matrix: Matrix) -> Iterator[Finding]:
    """
    A feature that a condition requires of a driver, which does not have it.
    """
    missing = matrix.meaning(Support.MISSING)
    for condition in matrix.conditions:
        if not condition.is_evaluated:
            continue
        for implementation in condition.feature.implementations(*missing):
            driver, entry = implementation.driver, implementation.entry
            cause = condition.target.entry(driver) if condition.target else None
            if cause and condition.holds(driver):
                argument = condition.status.argument
                message = f"driver {driver.name!r} lacks this, and {argument!r} holds for it"
                related = (Related(cause.value_span, "what the condition is about"),)
                yield Finding(entry.value_span, message, entry, related=related, driver=driver.name)
