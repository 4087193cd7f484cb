"""MX009 percent-interpolation."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.syntax._findings import find_syntax_errors


def percent_interpolation(matrix: Matrix) -> Iterator[Finding]:
    """
    A percent sign that the renderer takes for a reference.

    ## Why is this bad?

    The renderer's reader puts the value of another key where `%(key)s` stands, and
    takes `%%` for a percent sign. A `%` that is neither stops the build with
    `InterpolationSyntaxError`, and a reference to a key that the section does not
    have with `InterpolationMissingOptionError`. Neither names a line.

    Only values that the renderer looks at are judged: fields, entries and notes.
    `%%` is read as `%`; a value with a reference in it is not known to other
    rules.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.thin-provisioning]
    title=Thin provisioning
    status=optional
    #> MX009
    notes=The pool may be filled by more than 100% in all.
    driver.lvm=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.thin-provisioning]
    title=Thin provisioning
    status=optional
    notes=The pool may be filled by more than 100%% in all.
    driver.lvm=complete
    ```

    ## Fix

    The fix doubles the percent sign. It is safe: the page shows the one that was meant.
    """
    yield from find_syntax_errors(matrix, "MX009")
