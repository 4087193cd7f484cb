"""MX007 merge-conflict-marker."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.syntax._findings import find_syntax_errors


def merge_conflict_marker(matrix: Matrix) -> Iterator[Finding]:
    """
    A conflict that a merge left in the file.

    ## Why is this bad?

    Nobody has decided yet what the file says. The renderer fails, on a marker or
    on a key that stands on both sides, and there is no page.

    One conflict is told once, at its first marker; the other markers are named
    with it. Reading goes on with the first side. What stands on the other side is
    judged by no rule, and what it may have declared is not called missing.

    A marker is seven `<`, `=`, `>` or bars at the beginning of a line, then
    nothing or a blank. A longer row, as under a heading in a comment or in a text,
    is none.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.retype-volume]
    title=Change the type of a volume
    #> MX007
    <<<<<<< HEAD
    status=optional
    =======
    status=mandatory
    >>>>>>> Require retype of all drivers
    driver.lvm=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.retype-volume]
    title=Change the type of a volume
    status=mandatory
    driver.lvm=complete
    ```
    """
    yield from find_syntax_errors(matrix, "MX007")
