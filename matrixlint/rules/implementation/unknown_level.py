"""MX401 unknown-level."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, did_you_mean, one_of, rule


@rule("MX401", "unknown-level", severity=Severity.ERROR)
def unknown_level(matrix: Matrix) -> Iterator[Finding]:
    """
    A level that is none of the known words.
    """
    expected = one_of(matrix.levels)
    for entry, driver, span, written, meant in matrix.unknown_levels:
        message = f"driver {driver.name!r} is {written!r}; expected {expected}"
        hint = did_you_mean(meant)
        yield Finding(span, message, entry, hint, driver=driver.name, value=written)
