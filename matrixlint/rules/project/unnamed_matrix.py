"""MX853 unnamed-matrix."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.text.span import Span


def unnamed_matrix(matrix: Matrix) -> Iterator[Finding]:
    """
    A matrix that no directive of a document names.

    ## Why is this bad?

    No page shows it, so nobody sees what it says, and nobody keeps it up to date. Often its
    directive was lost when pages were moved.

    Directives are `support_matrix` and nova's `feature_matrix`, in `*.rst` and, in the form of
    MyST, in `*.md`. They are looked for below the folder of the configuration, else of the
    repository, but not in what git ignores, in hidden folders and in what is excluded. Where it
    is not known which file a directive names, any matrix of the same name is named.

    ## Example

    ```ini pool-support-matrix.ini
    #> MX853
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
    if matrix.cross_file is None or matrix.cross_file.is_named or not matrix.drivers:
        return
    yield Finding(Span(1, 1, 1, 1), "no directive names this matrix, so that no page shows it")
