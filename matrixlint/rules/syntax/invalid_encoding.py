"""MX005 invalid-encoding."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.syntax._findings import find_syntax_errors


def invalid_encoding(matrix: Matrix) -> Iterator[Finding]:
    r"""
    Bytes that are not UTF-8, or control characters.

    ## Why is this bad?

    The build reads the file in the machine's encoding, which is UTF-8 nearly
    everywhere, and ends with `UnicodeDecodeError` at a byte that is none, whatever
    section it stands in. Control characters pass, and do their harm on the page or
    in the next tool. Both come with text from elsewhere: a dash or a quote of an
    old Windows encoding, a form feed of a printed manual.

    A file is told once, at the first such character, with the count. What holds
    one is not known to other rules: a title with a broken byte is not missing.

    Tabs are no matter of this rule, nor is any letter of any script in UTF-8. A
    file in UTF-16 or UTF-32 is told by this alone.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    #> MX005
    title=Attach a volume \x96 online
    status=mandatory
    driver.lvm=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach a volume \xE2\x80\x93 online
    status=mandatory
    driver.lvm=complete
    ```

    Here the dash is written with the three bytes that it has in UTF-8; a plain
    `-` would do as well.
    """
    yield from find_syntax_errors(matrix, "MX005")
