"""MX006 byte-order-mark."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.syntax._findings import find_syntax_errors


def byte_order_mark(matrix: Matrix) -> Iterator[Finding]:
    r"""
    A byte-order mark before the first line.

    ## Why is this bad?

    Some editors write three bytes, which nobody sees, in front of a UTF-8 file.
    The renderer takes them for the beginning of the first line. If that is a
    header, it is none any more, and the build fails with
    `File contains no section headers`; a comment fails the same way.

    The rest of the file is read as if the mark were not there. Below it is written
    as the three bytes that it has.

    ## Example

    ```ini
    #> MX006
    \xEF\xBB\xBF[driver.lvm]
    title=LVM

    [operation.detach-volume]
    title=Detach a volume
    status=mandatory
    driver.lvm=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.detach-volume]
    title=Detach a volume
    status=mandatory
    driver.lvm=complete
    ```

    ## Fix

    The fix drops the mark. It is safe: the text stays as it is.
    """
    yield from find_syntax_errors(matrix, "MX006")
