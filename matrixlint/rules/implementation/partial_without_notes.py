"""MX406 partial-without-notes."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.document import Entry
from matrixlint.feature import Driver
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX406", "partial-without-notes", severity=Severity.WARNING)
def partial_without_notes(matrix: Matrix) -> Iterator[Finding]:
    """
    A partial implementation that no note explains.

    ## Why is this bad?

    In the summary of the rendered page a `partial` cell has the same tick as a `complete` one, in
    another colour. What is lacking, and on which hardware or with which option, stands in the
    driver's note or nowhere: without it a reader learns that there is a catch, and not which.

    A note that is there but empty counts as none. Notes beside other levels are welcome and never
    asked for. In the `target` dialect a note is only shown beside a `driver-impl-NAME` entry; the
    hint says so where the entry is a bare `NAME`.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.vmware]
    title=VMware

    [operation.live-migrate]
    title=Migrate a running server
    status=optional
    #> MX406
    driver.libvirt=partial
    driver.vmware=missing
    ```

    ## Use instead

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.vmware]
    title=VMware

    [operation.live-migrate]
    title=Migrate a running server
    status=optional
    driver.libvirt=partial
    driver-notes.libvirt=Both hosts must have the same model of CPU.
    driver.vmware=missing
    ```
    """
    for implementation in matrix.implementations("partial"):
        if implementation.has_note or implementation.feature.section.is_open:
            continue
        driver, entry = implementation.driver, implementation.entry
        message = f"driver {driver.name!r} is 'partial' without a note that says what is lacking"
        yield Finding(entry.value_span, message, entry, _hint(driver, entry), driver=driver.name)


def _hint(driver: Driver, entry: Entry) -> str:
    hint = f"expected '{driver.note_key}=...'"
    prefixes = driver.dialect.entry_prefixes
    if entry.key == driver.name and "" in prefixes:
        return f"{hint}, which is shown beside '{prefixes[-1]}{driver.name}' only"
    return hint
