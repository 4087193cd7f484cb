"""MX101 no-drivers."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.text.phrases import join_or
from matrixlint.text.span import Span


def no_drivers(matrix: Matrix) -> Iterator[Finding]:
    """
    A file that declares no driver.

    ## Why is this bad?

    Drivers are the columns of the matrix. Without one the renderer draws an empty
    table, or fails on the first entry, since that is for a driver which nobody
    declared. It also is not certain then what kind of file this is, so no rule on
    drivers, features, levels or conditions speaks.

    Drivers are declared in sections `[driver.NAME]` or `[target.NAME]`, or by keys
    of the section `[targets]` (`driver-impl-NAME=`) or `[backends]`
    (`backend-impl-NAME=`). Which of them a file has tells its dialect.

    ## Example

    ```ini
    #> MX101
    [operation.create-volume]
    title=Create a volume
    status=mandatory
    driver.lvm=complete
    driver.ceph=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.create-volume]
    title=Create a volume
    status=mandatory
    driver.lvm=complete
    driver.ceph=complete
    ```
    """
    if matrix.drivers or not matrix.document.is_read or matrix.drivers_incomplete:
        return
    start = Span(1, 1, 1, 1)
    if matrix.dialect is None:
        expected = join_or(_declaration(dialect) for dialect in matrix.document.dialects)
        yield Finding(start, f"no driver is declared; expected {expected}")
    else:
        yield Finding(start, f"no driver is declared in [{matrix.dialect.declaration}]")


def _declaration(dialect: Dialect) -> str:
    if dialect.declaring_keys:
        return f"'{dialect.declaring_keys}NAME' in [{dialect.declaration}]"
    return f"[{dialect.declaration}NAME]"
