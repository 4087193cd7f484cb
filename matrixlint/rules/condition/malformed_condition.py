"""MX601 malformed-condition."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def malformed_condition(matrix: Matrix) -> Iterator[Finding]:
    """
    A condition that is no comparison of a feature with a level.

    ## Why is this bad?

    A condition is `FEATURE==LEVEL` or `FEATURE!=LEVEL`, with exactly one operator. The renderer
    prints whatever stands in the parentheses, so one `=` too few, two comparisons in a row or a
    sentence look as good as the real thing; but of which drivers the feature is required then,
    nobody can say, and no driver is held to it.

    Blanks around the operator are fine, within a name they are not.

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
    #> MX601
    status=condition(operation.attach-volume=complete)
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
    status=condition(operation.attach-volume==complete)
    driver.libvirt=complete
    ```
    """
    for condition in matrix.conditions:
        if condition.is_malformed:
            status = condition.status
            message = f"condition is {status.argument!r}; expected FEATURE==LEVEL or FEATURE!=LEVEL"
            yield Finding(status.argument_span, message, status.entry)
