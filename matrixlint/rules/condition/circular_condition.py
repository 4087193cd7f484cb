"""MX606 circular-condition."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.text.phrases import format_count


def circular_condition(matrix: Matrix) -> Iterator[Finding]:
    """
    A condition that leads back to its own feature.

    ## Why is this bad?

    The feature is required where another is supported, and that one where the first is, straight
    or through others. Such a circle asks nothing that a driver could begin with: it is usually
    the trace of a copied section, whose condition still names what it was copied from.

    A circle is reported once, at that of its features which stands first. None of its conditions
    is held against a driver.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [operation.attach-volume]
    title=Attach a volume
    #> MX606
    status=condition(operation.detach-volume==complete)
    driver.libvirt=complete

    [operation.detach-volume]
    title=Detach a volume
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
    driver.libvirt=complete

    [operation.detach-volume]
    title=Detach a volume
    status=condition(operation.attach-volume==complete)
    driver.libvirt=complete
    ```
    """
    for condition in matrix.conditions:
        if not condition.cycle or condition is not condition.cycle[0]:
            continue
        others = condition.cycle[1:]
        through = f" through {format_count(len(others), 'other condition')}" if others else ""
        message = f"condition leads back to [{condition.feature.name}]{through}"
        related = tuple(Related(other.name_span, "on the way") for other in others[:9])
        entry = condition.status.entry
        yield Finding(condition.name_span, message, entry, related=related)
