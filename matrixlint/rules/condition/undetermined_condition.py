"""MX605 undetermined-condition."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.dialect import Support
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX605", "undetermined-condition", severity=Severity.INFO)
def undetermined_condition(matrix: Matrix) -> Iterator[Finding]:
    """
    A condition of which nobody knows whether a driver meets it.
    """
    missing = matrix.meaning(Support.MISSING)
    unknown = matrix.meaning(Support.UNKNOWN)
    for condition in matrix.conditions:
        if not condition.is_evaluated or condition.target is None:
            continue
        for implementation in condition.feature.implementations(*missing, *unknown):
            driver, entry = implementation.driver, implementation.entry
            holds = condition.holds(driver)
            is_asked = holds is None and condition.target.levels[driver.index] in unknown
            if (is_asked and implementation.level in missing) or (
                holds and implementation.level in unknown
            ):
                argument = condition.status.argument
                message = f"whether driver {driver.name!r} meets {argument!r} is unknown"
                yield Finding(entry.value_span, message, entry, driver=driver.name)
