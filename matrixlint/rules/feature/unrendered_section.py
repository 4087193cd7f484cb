"""MX204 unrendered-section."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix, Severity
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.edits import rename_section


def unrendered_section(matrix: Matrix) -> Iterator[Finding]:
    """
    A section that the renderer leaves out of the page.

    ## Why is this bad?

    In the `driver` dialect a feature is a section whose name begins with
    `operation.`. Any other that is no driver is left out without a word: the
    feature is in the file, reviewers see its entries change, and no reader of the
    page ever learns of it.

    Where the name is near a declaration, as in the second example, it is read as
    one, and this is an error, since the renderer then fails on the driver's
    entries.

    A section with at least one entry is judged as a feature besides. Other
    dialects take every other section for a feature.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    #> MX204
    [feature.replicate-volume]
    title=Replicate a volume
    status=optional
    driver.lvm=missing
    ```

    ```ini
    #> MX204
    [drivers.lvm]
    title=LVM

    [operation.replicate-volume]
    title=Replicate a volume
    status=optional
    driver.lvm=missing
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.replicate-volume]
    title=Replicate a volume
    status=optional
    driver.lvm=missing
    ```

    ## Fix

    Where the name is near a declaration, the fix writes that one in the header. It is
    unsafe: the section declares a driver then. Any other section is renamed by hand, if
    it is to be a feature.
    """
    if not matrix.unrendered_sections:
        return
    prefix = matrix.dialect.feature_prefix if matrix.dialect else ""
    names = {section.name for section in matrix.document.sections}
    for section, suggestion, declares in matrix.unrendered_sections:
        hint = f"did you mean '[{suggestion}]'?" if suggestion else None
        if suggestion and declares:
            message = f"[{section.name}] declares no driver, and is no feature"
            title = f"rename to '[{suggestion}]'"
            edit = rename_section(section, suggestion) if suggestion not in names else None
            fix = Fix.whole(title, [edit])
            yield Finding(section.span, message, section, hint, fix=fix, severity=Severity.ERROR)
        else:
            message = f"[{section.name}] does not begin with {prefix!r}: it is left out of the page"
            yield Finding(section.span, message, section, hint)
