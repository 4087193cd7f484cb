"""MX407 mandatory-not-implemented."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.dialect import Demand, Support
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX407", "mandatory-not-implemented", severity=Severity.ERROR)
def mandatory_not_implemented(matrix: Matrix) -> Iterator[Finding]:
    """
    A mandatory feature that a driver does not have.
    """
    told = {unknown.span for unknown in matrix.unknown_levels}
    absent = matrix.meaning(Support.MISSING)
    for feature in matrix.demanding(Demand.REQUIRED):
        for implementation in feature.implementations(*absent):
            name, entry = implementation.driver.name, implementation.entry
            if entry.value_span in told:
                continue
            word = feature.status.meant if feature.status else ""
            message = f"driver {name!r} is {implementation.level!r} in a feature that is {word!r}"
            yield Finding(entry.value_span, message, entry, driver=name)
