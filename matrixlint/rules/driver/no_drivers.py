"""MX101 no-drivers."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity, Span
from matrixlint.dialect import Dialect
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, one_of, rule


@rule("MX101", "no-drivers", severity=Severity.ERROR)
def no_drivers(matrix: Matrix) -> Iterator[Finding]:
    """
    A file that declares no driver.
    """
    if matrix.drivers or not matrix.document.is_read or matrix.may_lack_drivers:
        return
    start = Span(1, 1, 1, 1)
    if matrix.dialect is None:
        expected = one_of(_declaration(dialect) for dialect in matrix.document.dialects)
        yield Finding(start, f"no driver is declared; expected {expected}")
    else:
        yield Finding(start, f"no driver is declared in [{matrix.dialect.declaration}]")


def _declaration(dialect: Dialect) -> str:
    if dialect.declaring_keys:
        return f"'{dialect.declaring_keys}NAME' in [{dialect.declaration}]"
    return f"[{dialect.declaration}NAME]"
