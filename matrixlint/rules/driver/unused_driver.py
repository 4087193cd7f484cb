"""MX107 unused-driver."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX107", "unused-driver", severity=Severity.ERROR)
def unused_driver(matrix: Matrix) -> Iterator[Finding]:
    """
    A declared driver for which no feature has an entry.
    """
    if not matrix.features or any(feature.section.is_open for feature in matrix.features):
        return
    for driver in matrix.drivers:
        if not driver.is_used:
            message = f"driver {driver.written!r} is declared, and no feature has an entry for it"
            hint = f"did you mean {driver.spelling!r}?" if driver.spelling else None
            yield Finding(driver.span, message, driver.place, hint, driver=driver.name)
