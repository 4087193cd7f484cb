"""MX407 mandatory-not-implemented."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.dialects.dialect import Demand, Support


def mandatory_not_implemented(matrix: Matrix) -> Iterator[Finding]:
    """
    A mandatory feature that a driver does not have.

    ## Why is this bad?

    `mandatory` says that no driver is acceptable without the feature, and `missing` says that
    this one lacks it. Both are rendered side by side and nobody is told: either the driver breaks
    the project's promise to its users, or the promise was never meant so strictly.

    An `unknown`, absent or unreadable entry is not reported here: whether it breaks the promise is
    not known.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.ironic]
    title=Ironic

    [operation.reboot]
    title=Reboot a server
    status=mandatory
    driver.libvirt=complete
    driver.ironic=complete

    [operation.resize]
    title=Resize a server
    status=mandatory
    driver.libvirt=complete
    #> MX407
    driver.ironic=missing
    ```

    ## Use instead

    Where the feature is good to have, say so:

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.ironic]
    title=Ironic

    [operation.resize]
    title=Resize a server
    status=optional
    driver.libvirt=complete
    driver.ironic=missing
    driver-notes.ironic=A machine has the size that it has.
    ```
    """
    absent = matrix.find_levels(Support.MISSING)
    for feature in matrix.find_features(Demand.REQUIRED):
        for implementation in feature.implementations(*absent):
            name, entry = implementation.driver.name, implementation.entry
            word = feature.status.suggestion if feature.status else ""
            message = f"driver {name!r} is {implementation.level!r} in a feature that is {word!r}"
            yield Finding(entry.value_span, message, entry, driver=name)
