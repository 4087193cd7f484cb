"""MX801 trailing-whitespace."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.model.matrix import Matrix
from matrixlint.rules.layout._checked_lines import make_line_filter
from matrixlint.rules.rule import Finding
from matrixlint.text.phrases import format_count
from matrixlint.text.span import Edit, Span


def trailing_whitespace(matrix: Matrix) -> Iterator[Finding]:
    r"""
    White space at the end of a line.

    ## Why is this bad?

    It means nothing to any reader of the file, and nobody sees it until an editor
    takes it away and the change has lines in it that nobody meant to change.

    Comments and empty lines are looked at too.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    #> MX801
    title=Attach a volume\x20\x20
    status=mandatory
    driver.lvm=complete
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

    The fix drops the white space. It is safe: no reader of the file sees it.
    """
    if not matrix.document.is_read:
        return
    lines = matrix.document.source.lines
    found = [number for number, line in enumerate(lines, 1) if line[-1:].isspace()]
    is_checked = make_line_filter(matrix.document) if found else None
    for number in filter(is_checked, found):
        line = lines[number - 1]
        length = len(line) - len(line.rstrip())
        span = Span.within(number, len(line) - length + 1, length)
        fix = Fix("drop the white space", (Edit(span, ""),), safe=True)
        yield Finding(span, f"{format_count(length, 'blank')} at the end of the line", fix=fix)
