"""MX201 missing-title."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def missing_title(matrix: Matrix) -> Iterator[Finding]:
    """
    A feature without a title.

    ## Why is this bad?

    The title is the first cell of the feature's row, and the link to its details.
    Without the key the renderer stops with `'title' option missing`. With an empty
    one it draws a row of which nobody can say what it is about, and a link that
    nobody can click.

    A title that is only misspelt (`titel=`) is told by MX203.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    #> MX201
    [operation.attach-volume]
    status=mandatory
    driver.lvm=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    driver.lvm=complete
    ```
    """
    for feature in matrix.features:
        title = feature.section.values.get("title")
        if title is None and feature.section.is_incomplete:
            continue
        if title is None or (not title.strip() and feature.section.is_known("title")):
            what = "is missing" if title is None else "is empty"
            message = f"title of [{feature.name or '?'}] {what}"
            yield Finding(feature.section.span, message, feature.section)
