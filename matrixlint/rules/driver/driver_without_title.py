"""MX103 driver-without-title."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.document import Section


def driver_without_title(matrix: Matrix) -> Iterator[Finding]:
    """
    A declared driver that has no title.

    ## Why is this bad?

    The title is the heading of the driver's column. Without the key the renderer
    stops with `NoOptionError`; with an empty one the column has no heading, and
    nobody can tell whose it is.

    `link` may be left out or be empty.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    #> MX103
    [driver.ceph]
    link=https://docs.ceph.com/

    [operation.create-volume]
    title=Create a volume
    status=mandatory
    driver.lvm=complete
    driver.ceph=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD
    link=https://docs.ceph.com/

    [operation.create-volume]
    title=Create a volume
    status=mandatory
    driver.lvm=complete
    driver.ceph=complete
    ```
    """
    for driver in matrix.drivers:
        title, place = driver.title, driver.place
        if title is None and isinstance(place, Section) and place.is_incomplete:
            continue
        if title is None or (title.is_known and not title.value.strip()):
            message = f"driver {driver.written!r} has no title"
            yield Finding(driver.span, message, place, driver=driver.name)
