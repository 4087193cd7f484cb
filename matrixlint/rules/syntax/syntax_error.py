"""MX001 syntax-error."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.syntax._findings import find_syntax_errors


def syntax_error(matrix: Matrix) -> Iterator[Finding]:
    """
    A line that is no section header, key, comment or continuation.

    ## Why is this bad?

    The renderer gives up on such a file, and the whole page is gone: it says
    `Source contains parsing errors` and shows nothing of the other features. Most
    often the second line of a text is not indented, or a key has lost its `=`.

    A key without a name (`=complete`), an empty header (`[]`), a key above the
    first header and an indented line that continues nothing are told too. Keys
    that the section lacks are then not called missing: the line may hold them.

    Comments, with `#` or `;`, may stand anywhere, also between the lines of a
    text. Indented lines are text, whatever they hold.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.clone-volume]
    title=Clone a volume
    status=optional
    notes=Makes a new volume with the data of another one. It may be larger,
    #> MX001
    but never smaller.
    driver.lvm=complete
    #> MX001
    driver.ceph complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.clone-volume]
    title=Clone a volume
    status=optional
    notes=Makes a new volume with the data of another one. It may be larger,
      but never smaller.
    driver.lvm=complete
    driver.ceph=complete
    ```

    ## Fix

    Where it is plain what a line was meant as, the fix puts the `=` behind the key, indents the
    line, joins a value with the key above it, which has none, or joins the two halves of a
    key or of a word. It is unsafe: nothing was read of the line before.
    """
    yield from find_syntax_errors(matrix, "MX001")
