"""MX205 duplicate-title."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.document import Section


def duplicate_title(matrix: Matrix) -> Iterator[Finding]:
    """
    Two features with one title.

    ## Why is this bad?

    The page has two rows that look alike, perhaps with different entries, and
    nobody can tell which one holds for what they want to do. Mostly a section was
    copied for a new feature and kept its old title.

    Titles that differ in more than white space are two titles.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    driver.lvm=complete

    [operation.multi-attach]
    #> MX205
    title=Attach a volume
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
    first: dict[str, Section] = {}
    for feature in matrix.features:
        section = feature.section
        words = section.values.get("title", "").split()
        if not words or not section.is_known("title"):
            continue
        other = first.setdefault(" ".join(words), section)
        # Those that a default titles have one entry.
        if other is not section and other.entry("title") is not section.entry("title"):
            title, where = section.entry("title"), f"of [{other.name or '?'}]"
            related = (Related(other.entry("title").value_span, f"the title {where}"),)
            message = f"title {title.value!r} is also that {where}"
            yield Finding(title.key_span, message, title, related=related)
