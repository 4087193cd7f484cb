"""MX107 unused-driver."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX107", "unused-driver", severity=Severity.ERROR)
def unused_driver(matrix: Matrix) -> Iterator[Finding]:
    """
    A declared driver for which no feature has an entry.

    ## Why is this bad?

    The driver has a column, and the renderer looks for its entry in each feature:
    it fails on the first with a bare `KeyError`. Either the driver was declared
    before anybody filled in its entries, or it is long gone and its declaration
    stayed, or the entries call it by another name.

    In that last case, the second example, the name is suggested, and the entries
    are read as the driver's. If some features have an entry and others don't, that
    is MX402.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    #> MX107
    [driver.ceph]
    title=Ceph RBD

    [operation.create-volume]
    title=Create a volume
    status=mandatory
    driver.lvm=complete
    ```

    ```ini
    [driver.lvm]
    title=LVM

    #> MX107
    [driver.storwize]
    title=IBM Storwize

    [operation.create-volume]
    title=Create a volume
    status=mandatory
    driver.lvm=complete
    driver.stor-wize=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.create-volume]
    title=Create a volume
    status=mandatory
    driver.lvm=complete
    driver.ceph=complete
    ```

    ## Fix

    Give every feature an entry for the driver, `unknown` where nobody has tried,
    or drop the declaration.
    """
    if not matrix.features or any(feature.section.is_open for feature in matrix.features):
        return
    own = matrix.dialect.name if matrix.dialect else None
    for driver in matrix.drivers:
        if not driver.is_used and driver.dialect.name == own:
            message = f"driver {driver.written!r} is declared, and no feature has an entry for it"
            hint = f"did you mean {driver.spelling!r}?" if driver.spelling else None
            yield Finding(driver.span, message, driver.place, hint, driver=driver.name)
