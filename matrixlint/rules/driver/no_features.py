"""MX102 no-features."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def no_features(matrix: Matrix) -> Iterator[Finding]:
    """
    A file that declares drivers and has not one feature.

    ## Why is this bad?

    The page is a row of headings above nothing. Either the features got lost, in a
    move to another file say, or they stand under names that the renderer does not
    take for features: in the `driver` dialect these begin with `operation.`.

    A section with at least one entry is a feature here, whatever its name is. If
    the name alone is wrong, MX204 tells it.

    ## Example

    ```ini
    #> MX102
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD
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
    """
    if matrix.drivers and not matrix.features and not matrix.grades:
        driver = matrix.drivers[0]
        count = len(matrix.drivers)
        declared = f"{count} drivers are" if count > 1 else "a driver is"
        message = f"{declared} declared, and no feature stands in the file"
        yield Finding(driver.span, message, driver.place, driver=driver.name)
