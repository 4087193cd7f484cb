"""MX106 uppercase-driver-name."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX106", "uppercase-driver-name", severity=Severity.ERROR)
def uppercase_driver_name(matrix: Matrix) -> Iterator[Finding]:
    """
    A driver declared with capitals, which no entry can match.
    """
    if not (matrix.dialect and matrix.dialect.strict):
        return
    for driver in matrix.drivers:
        if driver.written != driver.name and driver.dialect.name == matrix.dialect.name:
            message = f"driver {driver.written!r} has capitals; entries are read in lower case"
            hint = f"did you mean '[{driver.dialect.declaration}{driver.name}]'?"
            yield Finding(driver.span, message, driver.place, hint, driver=driver.name)
