"""MX855 page-anchor-collision."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def page_anchor_collision(matrix: Matrix) -> Iterator[Finding]:
    """
    A feature whose anchor a matrix above it on the same page has.

    ## Why is this bad?

    A renderer makes HTML ids of the names of sections, for every matrix anew. Where one document
    shows two matrices that both have the feature, the ids stand on the page twice, and the links
    of the second matrix lead to the details in the first.

    It is told in the matrix that is shown later. A page for each matrix mends it, too.

    ## Example

    ```ini pool-support-matrix.ini
    [driver.ovn-octavia]
    title=OVN

    #> MX855
    [operation.create]
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
    features = {feature.name: feature for feature in matrix.features}
    for name, other in matrix.cross_file.anchors.items():
        feature = features.get(name)
        # A mend may have given it another name since it was read.
        if feature is None:
            continue
        message = f"[{name}] has the anchor of [{other.text}] of {other.path!r}"
        message = f"{message}, which the same page shows above"
        related = other.related("the first with this anchor")
        yield Finding(feature.section.span, message, feature.section, related=related)
