"""MX106 uppercase-driver-name."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def uppercase_driver_name(matrix: Matrix) -> Iterator[Finding]:
    """
    A driver declared with capitals, which no entry can match.

    ## Why is this bad?

    The renderer compares keys in lower case, and section names as they are. An
    entry `driver.LVM=complete` is read as `driver.lvm`, which `[driver.LVM]` does
    not declare: the build fails, and says so of a section that anybody can see in
    the file.

    Capitals belong into the title. Those of an entry (`Driver.lvm=`) do no harm,
    nor do those of a feature's name.

    ## Example

    ```ini
    #> MX106
    [driver.LVM]
    title=LVM

    [operation.create-volume]
    title=Create a volume
    status=mandatory
    driver.LVM=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.create-volume]
    title=Create a volume
    status=mandatory
    driver.lvm=complete
    ```
    """
    if not (matrix.dialect and matrix.dialect.strict):
        return
    for driver in matrix.drivers:
        if driver.written != driver.name and driver.dialect.name == matrix.dialect.name:
            message = f"driver {driver.written!r} has capitals; entries are read in lower case"
            hint = f"did you mean '[{driver.dialect.declaration}{driver.name}]'?"
            yield Finding(driver.span, message, driver.place, hint, driver=driver.name)
