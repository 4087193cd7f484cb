"""MX004 malformed-section-header."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.syntax._findings import find_errors_with_checked_fixes


def malformed_section_header(matrix: Matrix) -> Iterator[Finding]:
    """
    A section header that is broken, indented, or lacks a bracket.

    ## Why is this bad?

    To a reader of INI files such a line is no header, so the keys below it belong
    to the section above. The renderer then fails on something else, `option
    'title' already exists` say, at a line that is quite in order.

    White space just inside the brackets is as bad: `[driver.ceph ]` declares a
    driver that no entry can name. Text behind the `]` is dropped in silence.

    Reading goes on as if the header had been written well, so nothing else follows
    from it; only where a key stands behind the `]` nobody can say what else the section
    has, and nothing is missed in it. A comment behind the header, and `#` or `;` within
    a name, are fine; so are brackets inside a text.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    #> MX004
    [driver.ceph ]
    title=Ceph RBD

    #> MX004
    [operation.migrate-volume
    title=Migrate a volume
    status=optional
    driver.lvm=complete
    driver.ceph=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.migrate-volume]
    title=Migrate a volume
    status=optional
    driver.lvm=complete
    driver.ceph=complete
    ```

    ## Fix

    The fix takes the blanks out of the brackets, closes the bracket, or takes the
    indentation away. The first is safe. To close a bracket is safe if the file uses the
    name elsewhere: entries for the driver, or a condition on the feature. If not, the name
    may be cut off, and the fix is unsafe; if it begins one name that entries use and
    nothing declares, the fix writes that one. To take the indentation away is unsafe: no
    reader has seen a section there before. So is the break that sets a key behind the
    header on a line of its own, and so are the fixes that take a stray sign in front of a
    header away, or join its two halves. Any other broken header has to be written anew.
    """
    yield from find_errors_with_checked_fixes(matrix, "MX004")
