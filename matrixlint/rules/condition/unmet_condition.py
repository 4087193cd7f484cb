"""MX604 unmet-condition."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.dialects.dialect import Support


def unmet_condition(matrix: Matrix) -> Iterator[Finding]:
    """
    A feature that a condition requires of a driver, which does not have it.

    ## Why is this bad?

    The condition holds for the driver, so the project asks the feature of it, and its entry says
    `missing`. The renderer prints the condition and the cell, and compares neither.

    It is reported once for a driver, at its entry; the entry that makes the condition hold stands
    beside it. Where either entry is `unknown`, absent or unreadable, nothing is certain, and this
    rule keeps silent.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.vmware]
    title=VMware

    [operation.attach-volume]
    title=Attach a volume
    status=optional
    driver.libvirt=complete
    driver.vmware=complete

    [operation.detach-volume]
    title=Detach a volume
    status=condition(operation.attach-volume==complete)
    driver.libvirt=complete
    #> MX604
    driver.vmware=missing
    ```

    ## Use instead

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.vmware]
    title=VMware

    [operation.attach-volume]
    title=Attach a volume
    status=optional
    driver.libvirt=complete
    driver.vmware=missing

    [operation.detach-volume]
    title=Detach a volume
    status=condition(operation.attach-volume==complete)
    driver.libvirt=complete
    driver.vmware=missing
    ```
    """
    missing = matrix.find_levels(Support.MISSING)
    for condition in matrix.conditions:
        if not condition.is_evaluated:
            continue
        for implementation in condition.feature.implementations(*missing):
            driver, entry = implementation.driver, implementation.entry
            cause = condition.target.entry(driver) if condition.target else None
            if cause and condition.holds(driver):
                argument = condition.status.argument
                message = f"driver {driver.name!r} lacks this, and {argument!r} holds for it"
                related = (Related(cause.value_span, "what the condition is about"),)
                yield Finding(entry.value_span, message, entry, related=related, driver=driver.name)
