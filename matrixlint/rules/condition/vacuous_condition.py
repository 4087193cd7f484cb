"""MX607 vacuous-condition."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def vacuous_condition(matrix: Matrix) -> Iterator[Finding]:
    """
    A condition that no driver meets.

    ## Why is this bad?

    For every declared driver it is certain that the condition does not hold, so the feature is
    required of nobody: it is optional under a grander name. Often the level was chosen with care
    and the drivers have changed since, or `complete` was written where `partial` counts as well.

    While the level of a single driver is `unknown`, absent or unreadable, there may be one that
    meets it, and this rule keeps silent.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [operation.attach-volume]
    title=Attach a volume
    status=optional
    driver.libvirt=partial
    driver-notes.libvirt=Not while the server is paused.

    [operation.detach-volume]
    title=Detach a volume
    #> MX607
    status=condition(operation.attach-volume==complete)
    driver.libvirt=complete
    ```

    ## Use instead

    ```ini
    [driver.libvirt]
    title=Libvirt

    [operation.attach-volume]
    title=Attach a volume
    status=optional
    driver.libvirt=partial
    driver-notes.libvirt=Not while the server is paused.

    [operation.detach-volume]
    title=Detach a volume
    status=condition(operation.attach-volume!=missing)
    driver.libvirt=complete
    ```
    """
    if matrix.drivers_incomplete or matrix.undeclared_entries:
        return
    for condition in matrix.conditions:
        if not condition.is_evaluated or condition.is_dangling or condition.is_misspelt:
            continue
        if all(condition.holds(driver) is False for driver in matrix.drivers):
            argument = condition.status.argument
            message = f"no driver meets {argument!r}: the feature is required of none"
            yield Finding(condition.status.argument_span, message, condition.status.entry)
