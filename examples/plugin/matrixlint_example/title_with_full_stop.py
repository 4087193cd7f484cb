"""EX001 title-with-full-stop."""

from collections.abc import Iterator

from matrixlint import Edit, Finding, Fix, Matrix, Severity, Span, rule


@rule("EX001", "title-with-full-stop", severity=Severity.WARNING)
def title_with_full_stop(matrix: Matrix) -> Iterator[Finding]:
    """
    A feature's title that ends with a full stop.

    ## Why is this bad?

    Titles are the first cells of a table's rows, and no sentences.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.extend]
    title=Extend a volume.
    status=optional
    driver.lvm=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.extend]
    title=Extend a volume
    status=optional
    driver.lvm=complete
    ```
    """
    for feature in matrix.features:
        title = feature.title
        if title is None or not title.is_known or not title.value.endswith("."):
            continue
        last = title.value_spans[-1]
        stop = Span.within(last.line, last.end_column - 1, 1)
        fix = Fix("drop the full stop", (Edit(stop, ""),), safe=True)
        message = f"title {title.value!r} ends with a full stop"
        yield Finding(stop, message, title, fix=fix)
