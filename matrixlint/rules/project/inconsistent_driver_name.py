"""MX851 inconsistent-driver-name."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def inconsistent_driver_name(matrix: Matrix) -> Iterator[Finding]:
    """
    A driver that another matrix of the project spells otherwise.

    ## Why is this bad?

    Whoever looks for the driver in all matrices finds it in one of them only, and a tool that
    reads several takes it for two. What most matrices write is meant, or what the first writes.

    Two names are one driver's if they differ in `-`, `_` and `.` alone, or if they are near and
    have the same title but for punctuation and capitals. Names that differ in a number are told
    apart on purpose, and so are drivers that stand together in one matrix.

    ## Example

    ```ini pool-support-matrix.ini
    #> MX851
    [driver.ovn_octavia]
    title=OVN

    [operation.create-pool]
    title=Create a pool
    status=mandatory
    driver.ovn_octavia=complete
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
        other = matrix.cross_file.names.get(driver.name)
        if other is None:
            continue
        message = f"driver {driver.written!r} is called {other.text!r} in {other.path!r}"
        related = other.related("the name there")
        yield Finding(driver.span, message, driver.place, related=related, driver=driver.name)
