"""MX010 default-section."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.syntax._findings import find_syntax_errors


def default_section(matrix: Matrix) -> Iterator[Finding]:
    """
    A section `[DEFAULT]`, whose keys appear in every section.

    ## Why is this bad?

    To the renderer `[DEFAULT]` is no section like any other. Its keys stand in
    each feature and in each driver that lacks them: notes written once appear
    under every feature, and an entry hides that a feature has none of its own.
    Nothing in those sections tells a reader of the file.

    The keys are read as the renderer does. What is wrong with one of them is told
    once, there. Only where thousands of values would come of it are the sections read
    without them, and nothing is said of what a section lacks.

    In the `grades` dialect such a section is the custom, and is not reported, unless it
    has too many keys.

    ## Example

    ```ini
    #> MX010
    [DEFAULT]
    notes=Asked of all drivers since the Queens release.

    [driver.lvm]
    title=LVM

    [operation.create-group]
    title=Create a group of volumes
    status=optional
    driver.lvm=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.create-group]
    title=Create a group of volumes
    status=optional
    notes=Asked of all drivers since the Queens release.
    driver.lvm=complete
    ```
    """
    yield from find_syntax_errors(matrix, "MX010")
