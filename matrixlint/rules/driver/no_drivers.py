"""MX101 no-drivers."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity, Span
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX101", "no-drivers", severity=Severity.ERROR)
def no_drivers(matrix: Matrix) -> Iterator[Finding]:
    """
    A file that declares no driver.
    """
    if matrix.drivers or not matrix.document.is_read:
        return
    start = Span(1, 1, 1, 1)
    names = " or ".join(_declarations(matrix))
    if matrix.dialect is None:
        yield Finding(start, f"no driver is declared; expected {names}")
    else:
        yield Finding(start, f"the file's [{matrix.dialect.declaration}] declares no driver")


def _declarations(matrix: Matrix) -> Iterator[str]:
    for dialect in matrix.document.dialects:
        if dialect.declaring_keys:
            yield f"[{dialect.declaration}] with {dialect.declaring_keys}NAME"
        else:
            yield f"[{dialect.declaration}NAME]"
