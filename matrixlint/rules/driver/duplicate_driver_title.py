"""MX104 duplicate-driver-title."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related
from matrixlint.model.feature import Driver
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def duplicate_driver_title(matrix: Matrix) -> Iterator[Finding]:
    """
    Two drivers with one title.

    ## Why is this bad?

    The page has two columns of the same heading, and nobody can tell which is
    which. The renderer also sorts the columns by their titles, so that not even
    their order helps. Mostly a declaration was copied and its title left as it
    was.

    Titles that differ in more than white space are two titles.

    ## Example

    ```ini
    [driver.ceph]
    title=Ceph RBD

    [driver.ceph-iscsi]
    #> MX104
    title=Ceph RBD

    [operation.create-volume]
    title=Create a volume
    status=mandatory
    driver.ceph=complete
    driver.ceph-iscsi=complete
    ```

    ## Use instead

    ```ini
    [driver.ceph]
    title=Ceph RBD

    [driver.ceph-iscsi]
    title=Ceph iSCSI

    [operation.create-volume]
    title=Create a volume
    status=mandatory
    driver.ceph=complete
    driver.ceph-iscsi=complete
    ```
    """
    first: dict[str, Driver] = {}
    for driver in matrix.drivers:
        title = driver.title
        if title is None or not title.value or not title.is_known:
            continue
        other = first.setdefault(" ".join(title.value.split()), driver)
        if other is driver or other.title is None:
            continue
        related = (Related(other.title.value_span, f"the title of {other.written!r}"),)
        message = f"driver {driver.written!r} has the title of {other.written!r}: {title.value!r}"
        yield Finding(title.value_span, message, title, related=related, driver=driver.name)
