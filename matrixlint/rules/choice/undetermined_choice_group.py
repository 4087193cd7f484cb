"""MX502 undetermined-choice-group."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.dialect import Support
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX502", "undetermined-choice-group", severity=Severity.INFO)
def undetermined_choice_group(matrix: Matrix) -> Iterator[Finding]:
    """
    A driver of which nobody knows whether it implements an option of a choice group.
    """
    missing = matrix.meaning(Support.MISSING)
    unknown = frozenset(matrix.meaning(Support.UNKNOWN))
    undecided = unknown.union(missing)
    for group in matrix.groups:
        for driver, levels in group.rows(matrix.drivers):
            if unknown.isdisjoint(levels) or not undecided.issuperset(levels):
                continue
            if undecided.issuperset(matrix.hidden_levels(driver)):
                first = group.entries(driver)[0]
                name, group_name = driver.name, group.name
                message = f"whether driver {name!r} has an option of {group_name!r} is unknown"
                yield Finding(first.value_span, message, first, driver=name, value=group_name)
