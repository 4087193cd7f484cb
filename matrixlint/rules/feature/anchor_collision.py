"""MX206 anchor-collision."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related, Severity
from matrixlint.expression import expression
from matrixlint.feature import Feature
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule

# What the renderer makes of a section's name: KEY_PATTERN in its support_matrix module.
_ODD = expression("[^a-zA-Z0-9_\n]")


@rule("MX206", "anchor-collision", severity=Severity.WARNING)
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
    named = [feature for feature in matrix.features if feature.name is not None]
    anchors = _ODD.sub("_", "\n".join(str(feature.name) for feature in named)).split("\n")
    for feature, anchor in zip(named, anchors, strict=False):
        other = first.setdefault(anchor, feature)
        if other is not feature:
            message = f"[{feature.name}] has the anchor {anchor!r}, as [{other.name}] has"
            related = (Related(other.section.span, "the first with this anchor"),)
            yield Finding(feature.section.span, message, feature.section, related=related)
