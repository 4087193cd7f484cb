"""MX802 missing-final-newline."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.text.span import Edit, Span


def missing_final_newline(matrix: Matrix) -> Iterator[Finding]:
    r"""
    A last line that does not end.

    ## Why is this bad?

    Whoever adds a line behind it changes two, and a file that is put behind it by a
    script begins in its last line.

    In the example the backslash stands for the line end that is not there.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    #> MX802
    driver.lvm=complete\
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    driver.lvm=complete
    ```

    ## Fix

    The fix ends the line. It is safe: nothing is read otherwise.
    """
    source = matrix.document.source
    last = source.lines[-1]
    if matrix.document.is_read and last.strip():
        number = len(source.lines)
        span = Span.within(number, len(last) + 1, 0)
        fix = Fix("end the last line", (Edit(span, "\n"),), safe=True)
        yield Finding(span, "the last line has no line end", fix=fix)
