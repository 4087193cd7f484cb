"""MX011 missing-section-header."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.syntax._findings import find_syntax_errors


def missing_section_header(matrix: Matrix) -> Iterator[Finding]:
    """
    Two features with the header between them lost.

    ## Why is this bad?

    Without the header both features are one section, which has every key twice.
    The renderer stops at the second `title` with `DuplicateOptionError`, and there
    is no page.

    This is told where a `title` is followed by at least two more keys that the
    section already has: that is no slip of one line. The keys from there to the
    next header are read as a feature whose name is not known. A single key that
    stands twice is MX003.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.create-snapshot]
    title=Create a snapshot
    status=mandatory
    driver.lvm=complete
    driver.ceph=complete

    #> MX011
    title=Revert to a snapshot
    status=optional
    driver.lvm=complete
    driver.ceph=missing
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.create-snapshot]
    title=Create a snapshot
    status=mandatory
    driver.lvm=complete
    driver.ceph=complete

    [operation.revert-to-snapshot]
    title=Revert to a snapshot
    status=optional
    driver.lvm=complete
    driver.ceph=missing
    ```
    """
    yield from find_syntax_errors(matrix, "MX011")
