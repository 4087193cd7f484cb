"""MX003 duplicate-key."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.syntax._findings import find_syntax_errors


def duplicate_key(matrix: Matrix) -> Iterator[Finding]:
    """
    A key that stands a second time in its section.

    ## Why is this bad?

    The renderer stops at the second one with `DuplicateOptionError`, and there is
    no page. Case makes no difference: it reads `Driver.lvm` as `driver.lvm`.

    Where the two values differ, one of them is wrong, and only you know which.
    Until then the first one holds for all other rules.

    A second `title` with more repeated keys behind it is no duplicate but a
    feature whose header is lost: see MX011.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.extend-volume]
    title=Extend a volume
    status=mandatory
    driver.lvm=complete
    driver.ceph=complete
    #> MX003
    Driver.Ceph=missing
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.extend-volume]
    title=Extend a volume
    status=mandatory
    driver.lvm=complete
    driver.ceph=complete
    ```

    ## Fix

    Drop one of the two. If key and value are the same, the fix drops the second. It is
    safe if one stands right below the other. It is unsafe if they are farther apart: the
    second may belong to another feature, whose header is lost.
    """
    yield from find_syntax_errors(matrix, "MX003")
