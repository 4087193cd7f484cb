"""MX501 unsatisfied-choice-group."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related, Severity
from matrixlint.dialect import Support
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX501", "unsatisfied-choice-group", severity=Severity.ERROR)
def unsatisfied_choice_group(matrix: Matrix) -> Iterator[Finding]:
    """
    A driver that implements no option of a choice group.
    """
    missing = frozenset(matrix.meaning(Support.MISSING))
    for group in matrix.groups:
        for driver, levels in group.rows(matrix.drivers):
            if not missing.issuperset(levels) or not missing.issuperset(
                matrix.hidden_levels(driver)
            ):
                continue
            first, *others = group.entries(driver)
            message = f"driver {driver.name!r} has no option of the choice group {group.name!r}"
            related = tuple(Related(other.value_span, "missing too") for other in others)
            yield Finding(
                first.value_span,
                message,
                first,
                related=related,
                driver=driver.name,
                value=group.name,
            )
