"""MX103 driver-without-title."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.document import Section
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX103", "driver-without-title", severity=Severity.ERROR)
def driver_without_title(matrix: Matrix) -> Iterator[Finding]:
    """
    A declared driver that has no title.
    """
    for driver in matrix.drivers:
        title, place = driver.title, driver.place
        if title is None and isinstance(place, Section) and place.is_open:
            continue
        if title is None or not title.value.strip():
            message = f"driver {driver.written!r} has no title"
            yield Finding(driver.span, message, place, driver=driver.name)
