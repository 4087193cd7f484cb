"""MX105 mixed-dialects."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related, Severity, Span
from matrixlint.document import Entry, Section
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX105", "mixed-dialects", severity=Severity.ERROR)
def mixed_dialects(matrix: Matrix) -> Iterator[Finding]:
    """
    Keys or sections of another dialect than the file's.

    ## Why is this bad?

    A renderer knows one dialect. In a file with `[driver.NAME]` sections it passes
    over `driver-impl-NAME=`, a key of the `[targets]` dialect: the cell is
    missing, and the build fails with a bare `KeyError`. Notes by a foreign name
    vanish without a word. Such files are half moved from one renderer to another,
    or took a feature over from another project.

    The dialect is that of the declarations, the most numerous ones if there are
    several kinds. Each other dialect is told once, at its first key or section,
    with the count. All are read as what they mean, so no entry is missing besides.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.encrypt-volume]
    title=Encrypt a volume
    status=optional
    driver.lvm=complete
    #> MX105
    driver-impl-ceph=partial
    driver-notes-ceph=Not for volumes made of an image.
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.encrypt-volume]
    title=Encrypt a volume
    status=optional
    driver.lvm=complete
    driver.ceph=partial
    driver-notes.ceph=Not for volumes made of an image.
    ```

    ## Fix

    Rename the keys to those of the file's own dialect.
    """
    for foreign in matrix.foreign:
        first, *others = sorted(foreign.places, key=_span)
        count = len(foreign.places)
        own = matrix.dialect.name if matrix.dialect else ""
        written = first.written_key if isinstance(first, Entry) else f"[{first.name}]"
        more = f" (the first of {count})" if others else ""
        other = foreign.dialect.name
        message = f"{written!r}{more} is of the {other!r} dialect; the file is {own!r}"
        related = tuple(Related(_span(place), "another") for place in others[:9])
        yield Finding(_span(first), message, first, related=related, value=other)


def _span(place: Entry | Section) -> Span:
    return place.key_span if isinstance(place, Entry) else place.span
