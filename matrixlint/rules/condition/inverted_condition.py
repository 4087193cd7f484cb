"""MX608 inverted-condition."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def inverted_condition(matrix: Matrix) -> Iterator[Finding]:
    """
    A condition that asks a feature of exactly the drivers that lack another.

    ## Why is this bad?

    `condition(A==missing)` requires a feature of the drivers that cannot do A. That is rarely
    meant: in two real matrices a replacement over the whole file had turned the value of a
    condition into its opposite, and the page printed it for years. `condition(A!=complete)` is
    the same in other words, and takes in the drivers that do A in part.

    Such a condition is not evaluated: no driver is blamed for it.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [operation.attach-volume]
    title=Attach a volume
    status=optional
    driver.libvirt=complete

    [operation.detach-volume]
    title=Detach a volume
    #> MX608
    status=condition(operation.attach-volume==missing)
    driver.libvirt=complete
    ```

    ## Use instead

    ```ini
    [driver.libvirt]
    title=Libvirt

    [operation.attach-volume]
    title=Attach a volume
    status=optional
    driver.libvirt=complete

    [operation.detach-volume]
    title=Detach a volume
    status=condition(operation.attach-volume!=missing)
    driver.libvirt=complete
    ```
    """
    for condition in matrix.conditions:
        if condition.is_inverted:
            argument = condition.status.argument
            message = f"{argument!r} requires this of the drivers that lack {condition.name!r}"
            yield Finding(condition.status.argument_span, message, condition.status.entry)
