"""MX408 unknown-support."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.dialects.dialect import Support


def unknown_support(matrix: Matrix) -> Iterator[Finding]:
    """
    A level written `unknown`.

    ## Why is this bad?

    The page shows a question mark. `unknown` is legal everywhere, and better than a guess; but
    each one is a question that somebody who has the driver at hand can answer in a minute. This
    rule is a list of those questions, so it is off unless it is asked for.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.zvm]
    title=z/VM

    [operation.suspend]
    title=Suspend a server
    status=optional
    driver.libvirt=complete
    #> MX408
    driver.zvm=unknown
    ```

    ## Use instead

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.zvm]
    title=z/VM

    [operation.suspend]
    title=Suspend a server
    status=optional
    driver.libvirt=complete
    driver.zvm=missing
    ```
    """
    for implementation in matrix.implementations(*matrix.find_levels(Support.UNKNOWN)):
        name, entry = implementation.driver.name, implementation.entry
        message = f"nobody has said yet how well driver {name!r} supports this"
        yield Finding(entry.value_span, message, entry, driver=name)
