"""MX102 no-features."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX102", "no-features", severity=Severity.WARNING)
def no_features(matrix: Matrix) -> Iterator[Finding]:
    """
    A file that declares drivers and has not one feature.
    """
    if matrix.drivers and not matrix.features and not matrix.grades:
        driver = matrix.drivers[0]
        message = f"{len(matrix.drivers)} drivers are declared, and no feature follows"
        yield Finding(driver.span, message, driver.place, driver=driver.name)
