"""MX104 duplicate-driver-title."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related, Severity
from matrixlint.feature import Driver
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX104", "duplicate-driver-title", severity=Severity.WARNING)
def duplicate_driver_title(matrix: Matrix) -> Iterator[Finding]:
    """
    Two drivers with one title.
    """
    first: dict[str, Driver] = {}
    for driver in matrix.drivers:
        title = driver.title
        if title is None or not title.value or not title.is_sure:
            continue
        other = first.setdefault(" ".join(title.value.split()), driver)
        if other is driver or other.title is None:
            continue
        related = (Related(other.title.value_span, f"the title of {other.written!r}"),)
        message = f"driver {driver.written!r} has the title of {other.written!r}: {title.value!r}"
        yield Finding(title.value_span, message, title, related=related, driver=driver.name)
