"""MX852 inconsistent-driver-title."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def inconsistent_driver_title(matrix: Matrix) -> Iterator[Finding]:
    """
    A driver that another matrix of the project gives another title.

    ## Why is this bad?

    Readers of two pages take the columns for two drivers. What most matrices say is meant, or
    what the first says.

    Titles are held against each other where the matrices are of one dialect: another dialect
    is another kind of table, whose columns may be jobs, say, of the same name.

    ## Example

    ```ini pool-support-matrix.ini
    [driver.ovn-octavia]
    #> MX852
    title=Open Virtual Network

    [operation.create-pool]
    title=Create a pool
    status=mandatory
    driver.ovn-octavia=complete
    ```

    ```ini lb-support-matrix.ini
    [driver.ovn-octavia]
    title=OVN

    [operation.create]
    title=Create a load balancer
    status=mandatory
    driver.ovn-octavia=complete
    ```

    ```rst index.rst
    Features
    ========

    .. support_matrix:: lb-support-matrix.ini

    .. support_matrix:: pool-support-matrix.ini
    ```

    ```toml
    select = ["MX85"]
    ```

    ## Use instead

    ```ini pool-support-matrix.ini
    [driver.ovn-octavia]
    title=OVN

    [operation.create-pool]
    title=Create a pool
    status=mandatory
    driver.ovn-octavia=complete
    ```

    ```ini lb-support-matrix.ini
    [driver.ovn-octavia]
    title=OVN

    [operation.create]
    title=Create a load balancer
    status=mandatory
    driver.ovn-octavia=complete
    ```

    ```rst index.rst
    Features
    ========

    .. support_matrix:: lb-support-matrix.ini

    .. support_matrix:: pool-support-matrix.ini
    ```

    ```toml
    select = ["MX85"]
    ```
    """
    if matrix.cross_file is None:
        return
    for driver in matrix.drivers:
        other, title = matrix.cross_file.titles.get(driver.name), driver.title
        # A mend may have made them equal since they were read.
        if other is None or title is None or " ".join(title.value.split()) == other.text:
            continue
        message = f"driver {driver.written!r} has the title {title.value!r}"
        message = f"{message}, and {other.text!r} in {other.path!r}"
        related = other.related("the title there")
        yield Finding(title.value_span, message, title, related=related, driver=driver.name)
