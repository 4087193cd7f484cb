"""MX408 unknown-support."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.dialect import Support
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX408", "unknown-support", severity=Severity.INFO)
def unknown_support(matrix: Matrix) -> Iterator[Finding]:
    """
    A level written `unknown`.
    """
    told = {unknown.span for unknown in matrix.unknown_levels}
    for implementation in matrix.implementations(*matrix.meaning(Support.UNKNOWN)):
        name, entry = implementation.driver.name, implementation.entry
        if entry.value_span not in told:
            message = f"nobody has said yet how well driver {name!r} supports this"
            yield Finding(entry.value_span, message, entry, driver=name)
