"""MX502 undetermined-choice-group."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.dialects.dialect import Support


def undetermined_choice_group(matrix: Matrix) -> Iterator[Finding]:
    """
    A driver of which nobody knows whether it implements an option of a choice group.

    ## Why is this bad?

    The driver has no option of the group for certain, and at least one of them is written
    `unknown`. Whether it keeps the promise of the group hangs on that answer. It is nothing that
    fails, but of all open questions of the matrix this one is worth asking first.

    It is reported at the driver's first entry in the group. An entry that is absent or cannot be
    read is told by other rules, and keeps this one silent.

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
    #> MX502
    driver.zvm=missing

    [operation.console-serial]
    title=Serial console
    status=choice(console)
    driver.libvirt=missing
    #> MX408
    driver.zvm=unknown
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
    missing = matrix.find_levels(Support.MISSING)
    unknown = frozenset(matrix.find_levels(Support.UNKNOWN))
    undecided = unknown.union(missing)
    for group in matrix.groups:
        for driver, levels in group.levels_by_driver(matrix.drivers):
            if unknown.isdisjoint(levels) or not undecided.issuperset(levels):
                continue
            if undecided.issuperset(matrix.hidden_levels(driver)):
                first = group.entries(driver)[0]
                name, group_name = driver.name, group.name
                message = f"whether driver {name!r} has an option of {group_name!r} is unknown"
                yield Finding(first.value_span, message, first, driver=name, value=group_name)
