"""MX605 undetermined-condition."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.dialects.dialect import Support


def undetermined_condition(matrix: Matrix) -> Iterator[Finding]:
    """
    A driver of which nobody knows whether a condition requires a feature of it, or is met.

    ## Why is this bad?

    Either the driver lacks the feature, and whether it is required hangs on a level that is
    written `unknown`; or it is required, and whether the driver has it is `unknown`. It may all
    be well. But an answer here settles more than one cell, so it is worth asking for.

    Entries that are absent or cannot be read are told by other rules, and keep this one silent.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.zvm]
    title=z/VM

    [operation.attach-volume]
    title=Attach a volume
    status=optional
    driver.libvirt=complete
    #> MX408
    driver.zvm=unknown

    [operation.detach-volume]
    title=Detach a volume
    status=condition(operation.attach-volume==complete)
    driver.libvirt=complete
    #> MX605
    driver.zvm=missing
    ```

    ## Use instead

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.zvm]
    title=z/VM

    [operation.attach-volume]
    title=Attach a volume
    status=optional
    driver.libvirt=complete
    driver.zvm=missing

    [operation.detach-volume]
    title=Detach a volume
    status=condition(operation.attach-volume==complete)
    driver.libvirt=complete
    driver.zvm=missing
    ```
    """
    missing = matrix.find_levels(Support.MISSING)
    unknown = matrix.find_levels(Support.UNKNOWN)
    for condition in matrix.conditions:
        if not condition.is_evaluated or condition.target is None:
            continue
        for implementation in condition.feature.implementations(*missing, *unknown):
            driver, entry = implementation.driver, implementation.entry
            holds = condition.holds(driver)
            is_asked = holds is None and condition.target.levels[driver.index] in unknown
            if (is_asked and implementation.level in missing) or (
                holds and implementation.level in unknown
            ):
                argument = condition.status.argument
                message = f"whether driver {driver.name!r} meets {argument!r} is unknown"
                yield Finding(entry.value_span, message, entry, driver=driver.name)
