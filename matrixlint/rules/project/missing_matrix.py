"""MX854 missing-matrix."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def missing_matrix(_matrix: Matrix) -> Iterator[Finding]:
    """
    A directive of a document that names no file.

    ## Why is this bad?

    Sphinx stops there, and no page of the project is built. It is told at the directive, once for
    each, when the matrices of the project are linted.

    A path is relative to its document, or, with a slash before it, to the folder of `conf.py`.
    Directives in examples of code are passed over, and so are those in documents that others
    include: their paths are relative to those. A comment above the directive silences this, as
    `.. matrixlint: ignore[MX854] -- made by the build`.

    ## Example

    ```rst index.rst
    Features
    ========

    .. support_matrix:: lb-support-matrix.ini

    #> MX854
    .. support_matrix:: pool-suport-matrix.ini
    ```

    ```ini lb-support-matrix.ini
    [driver.ovn-octavia]
    title=OVN

    [operation.create]
    title=Create a load balancer
    status=mandatory
    driver.ovn-octavia=complete
    ```

    ```ini pool-support-matrix.ini
    [driver.ovn-octavia]
    title=OVN

    [operation.create-pool]
    title=Create a pool
    status=mandatory
    driver.ovn-octavia=complete
    ```

    ```toml
    select = ["MX85"]
    ```

    ## Use instead

    ```rst index.rst
    Features
    ========

    .. support_matrix:: lb-support-matrix.ini

    .. support_matrix:: pool-support-matrix.ini
    ```

    ```ini lb-support-matrix.ini
    [driver.ovn-octavia]
    title=OVN

    [operation.create]
    title=Create a load balancer
    status=mandatory
    driver.ovn-octavia=complete
    ```

    ```ini pool-support-matrix.ini
    [driver.ovn-octavia]
    title=OVN

    [operation.create-pool]
    title=Create a pool
    status=mandatory
    driver.ovn-octavia=complete
    ```

    ```toml
    select = ["MX85"]
    ```
    """
    # matrixlint/linter/project/collect.py reports it: documents are not matrices.
    yield from ()
