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
    for entry, driver, span, meant, is_continued in matrix.unknown_levels:
        if is_continued:
            message = f"level of driver {driver.name!r} runs over several lines; expected one word"
        else:
            message = f"driver {driver.name!r} is {entry.value!r}; expected {expected}"
        yield Finding(span, message, entry, did_you_mean(meant), driver=driver.name)
