"""MX501 unsatisfied-choice-group."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.dialects.dialect import Support


def unsatisfied_choice_group(matrix: Matrix) -> Iterator[Finding]:
    """
    A driver that implements no option of a choice group.

    ## Why is this bad?

    `choice(group)` stands for a promise: of all features that name the group, every driver has at
    least one. A driver that has them all as `missing` breaks it. The renderer prints each feature
    by itself and never adds them up, so the page cannot show it.

    It is reported once for a driver and a group, at the driver's entry in the group's first
    feature. Only what is certain is reported: while one of its entries is `unknown`, absent or
    unreadable, or a status that may name the group cannot be read, the driver may have an option.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.zvm]
    title=z/VM

    [operation.console-vnc]
    title=VNC console
    status=choice(console)
    driver.libvirt=complete
    #> MX501
    driver.zvm=missing

    [operation.console-serial]
    title=Serial console
    status=choice(console)
    driver.libvirt=missing
    driver.zvm=missing
    ```

    ## Use instead

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.zvm]
    title=z/VM

    [operation.console-vnc]
    title=VNC console
    status=choice(console)
    driver.libvirt=complete
    driver.zvm=missing

    [operation.console-serial]
    title=Serial console
    status=choice(console)
    driver.libvirt=missing
    driver.zvm=complete
    ```
    """
    missing = frozenset(matrix.find_levels(Support.MISSING))
    for group in matrix.groups:
        for driver, levels in group.levels_by_driver(matrix.drivers):
            if not missing.issuperset(levels) or not missing.issuperset(
                matrix.hidden_levels(driver)
            ):
                continue
            first, *others = group.entries(driver)
            message = f"driver {driver.name!r} has no option of the choice group {group.name!r}"
            related = tuple(Related(other.value_span, "missing too") for other in others)
            yield Finding(
                first.value_span,
                message,
                first,
                related=related,
                driver=driver.name,
                value=group.name,
            )
