"""MX002 duplicate-section."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.syntax._findings import find_syntax_errors


def duplicate_section(matrix: Matrix) -> Iterator[Finding]:
    """
    A section whose name is used a second time.

    ## Why is this bad?

    The renderer stops at the second header with `DuplicateSectionError`, and there
    is no page. Mostly a section was copied for a new feature and kept its old
    name, or two changes added the same feature.

    The two sections are read as one: where the first lacks a key, that of the
    second counts. A key that stands in both is not told again as a duplicate.

    Names that differ in case, or in `-` and `_`, are two sections; what becomes of
    those on the page is another rule's matter (MX206).

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.backup-volume]
    title=Back up a volume
    status=mandatory
    driver.lvm=complete

    #> MX002
    [operation.backup-volume]
    title=Restore a volume
    status=mandatory
    driver.lvm=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.backup-volume]
    title=Back up a volume
    status=mandatory
    driver.lvm=complete

    [operation.restore-volume]
    title=Restore a volume
    status=mandatory
    driver.lvm=complete
    ```
    """
    yield from find_syntax_errors(matrix, "MX002")
