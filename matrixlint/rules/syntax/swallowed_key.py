"""MX008 swallowed-key."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.syntax._findings import find_errors_with_checked_fixes


def swallowed_key(matrix: Matrix) -> Iterator[Finding]:
    """
    An indented key, which is read as part of the value above.

    ## Why is this bad?

    White space at the beginning of a line makes it a continuation. So an indented
    `driver.ceph=complete` does not say what Ceph can do: it becomes the second
    line of the entry above. The renderer then fails on a level of two lines, or,
    below a title or a text, prints the key on the page and lacks its value.

    Indented lines that stand together are told once, at the first, and read as
    the keys that they are meant to be. Right below a header an indented key is
    told as well: other readers of INI files refuse it.

    Only whole keys count: fields, entries and notes. A text may go on with a URL,
    an option such as `--size=<size>`, or a sentence with `=` in it.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.manage-volume]
    title=Manage an existing volume
    status=optional
    driver.lvm=complete
    #> MX008
      driver.ceph=partial
      driver-notes.ceph=Only images of the driver's own pool.
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.manage-volume]
    title=Manage an existing volume
    status=optional
    driver.lvm=complete
    driver.ceph=partial
    driver-notes.ceph=Only images of the driver's own pool.
    ```

    ## Fix

    The fix takes the indentation away. It is safe: the lines are read as what they are. Where
    one of them holds another fault, that the renderer would stop at, it is unsafe: as long as
    the line counts as text, there is a page.
    """
    yield from find_errors_with_checked_fixes(matrix, "MX008")
