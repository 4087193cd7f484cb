"""MX406 partial-without-notes."""

from collections.abc import Iterator, Mapping
from typing import Any

from matrixlint.model.feature import Driver, Implementation
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.document import Entry

_PARTIAL = "partial"


def partial_without_notes(matrix: Matrix, settings: Mapping[str, Any]) -> Iterator[Finding]:
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

    A project may want a note for other levels too:

    ```ini
    [driver.vmware]
    title=VMware

    [operation.resize]
    title=Resize a server
    status=optional
    #> MX406
    driver.vmware=missing
    ```

    ```toml
    [options.partial-without-notes]
    levels = ["missing"]
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

    ## Options

    - `levels`: The levels that need a note besides `partial`.
    """
    if not (matrix.dialect and matrix.dialect.note_prefixes):
        return
    for implementation in matrix.implementations(_PARTIAL, *settings["levels"]):
        if not _has_no_note(implementation):
            continue
        driver, entry = implementation.driver, implementation.entry
        lack = " that says what is lacking" if implementation.level == _PARTIAL else ""
        message = f"driver {driver.name!r} is {implementation.level!r} without a note{lack}"
        yield Finding(entry.value_span, message, entry, _hint(driver, entry), driver=driver.name)


def _has_no_note(implementation: Implementation) -> bool:
    feature, driver = implementation.feature, implementation.driver
    if implementation.has_note or feature.section.is_incomplete:
        return False
    # A note whose key is lost falls to the level above it, which MX401 tells.
    if "\n" in implementation.entry.value:
        return False
    # An empty note beside another level is told by the rule on empty notes.
    return implementation.level == _PARTIAL or feature.note(driver) is None


def _hint(driver: Driver, entry: Entry) -> str:
    hint = f"expected '{driver.note_key}=...'"
    prefix = driver.dialect.entry_prefix_with_notes
    if entry.key == driver.name and prefix:
        return f"{hint}, which is shown beside '{prefix}{driver.name}' only"
    return hint
