"""MX410 unread-notes."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def unread_notes(matrix: Matrix) -> Iterator[Finding]:
    """
    A driver note beside a bare entry, which is never shown.

    ## Why is this bad?

    In the `target` dialect an entry may be written `libvirt=complete` or
    `driver-impl-libvirt=complete`, and both are rendered. But the feature matrix of Nova, where
    the dialect comes from, looks for a note only beside the long form. Beside the short one the
    note is in the file and on no page, and nothing tells its author.

    An empty note is left to MX406 and MX409.

    ## Example

    ```ini
    [target.libvirt]
    title=Libvirt

    [target.vmware]
    title=VMware

    [operation.huge-pages]
    title=Huge pages
    maturity=experimental
    libvirt=complete
    #> MX410
    driver-notes-libvirt=The host has to set some aside at boot.
    vmware=missing
    ```

    ## Use instead

    ```ini
    [target.libvirt]
    title=Libvirt

    [target.vmware]
    title=VMware

    [operation.huge-pages]
    title=Huge pages
    maturity=experimental
    driver-impl-libvirt=complete
    driver-notes-libvirt=The host has to set some aside at boot.
    driver-impl-vmware=missing
    ```
    """
    prefix = matrix.dialect.entry_prefix_with_notes if matrix.dialect else None
    if prefix is None:
        return
    for feature in matrix.features:
        for driver in feature.drivers:
            note, entry = feature.note(driver), feature.entry(driver)
            if not note or not note.value or note.key != driver.note_key:
                continue
            if entry and entry.key == driver.name:
                message = f"note for driver {driver.name!r} is not shown beside a bare entry"
                hint = f"notes are shown for '{prefix}{driver.name}'"
                yield Finding(note.key_span, message, note, hint, driver=driver.name)
