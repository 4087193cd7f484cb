"""MX202 missing-status."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX202", "missing-status", severity=Severity.WARNING)
def missing_status(matrix: Matrix) -> Iterator[Finding]:
    """
    A feature that does not say how much it matters.

    ## Why is this bad?

    The renderer calls such a feature `optional`, the weakest there is. If it was
    meant to be mandatory, the page says the contrary, and no driver that lacks it
    is held to account.

    In the `target` dialect a `maturity` does as well. An empty `status=` is MX302.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    #> MX202
    [operation.attach-volume]
    title=Attach a volume
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

    ## Fix

    Write the status that the project has agreed on. `status=optional` says in the
    file what the page says now.
    """
    fields = tuple(matrix.dialect.status_fields) if matrix.dialect else ()
    for feature in matrix.features:
        if not feature.statuses and not feature.section.is_open:
            message = f"[{feature.name or '?'}] has no {' or '.join(fields)}"
            yield Finding(feature.section.span, message, feature.section)
