"""MX206 anchor-collision."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related
from matrixlint.model.feature import Feature, find_anchors
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def anchor_collision(matrix: Matrix) -> Iterator[Finding]:
    """
    Two sections that the page gives one anchor.

    ## Why is this bad?

    The renderer makes an HTML id of a feature's section name: all that is no
    letter, digit or underscore becomes an underscore. Names that differ in nothing
    else get the same id, and the links of the second row lead to the details of
    the first.

    Capitals count: `operation.Attach` and `operation.attach` have two ids.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    driver.lvm=complete

    #> MX206
    [operation.attach_volume]
    title=Attach a volume to several machines
    status=optional
    driver.lvm=missing
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    driver.lvm=complete

    [operation.multi-attach]
    title=Attach a volume to several machines
    status=optional
    driver.lvm=missing
    ```
    """
    first: dict[str, Feature] = {}
    for feature, anchor in find_anchors(matrix.features):
        other = first.setdefault(anchor, feature)
        if other is not feature:
            message = f"[{feature.name}] has the anchor {anchor!r}, as [{other.name}] has"
            related = (Related(other.section.span, "the first with this anchor"),)
            yield Finding(feature.section.span, message, feature.section, related=related)
