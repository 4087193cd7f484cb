"""MX409 empty-notes."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.model.feature import Driver, Feature
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.document import Entry


def empty_notes(matrix: Matrix) -> Iterator[Finding]:
    """
    A driver note without text.

    ## Why is this bad?

    The renderer prints its "Notes:" for every note that is there, with nothing behind it. The
    reader wonders what was lost, and the author cannot tell either: a line left over from a
    template looks the same as a text that was deleted by mistake.

    Beside a `partial` entry, which needs a note, MX406 asks for the text, and this rule keeps
    silent. A feature's own `notes=` may be empty.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.vmware]
    title=VMware

    [operation.snapshot]
    title=Take a snapshot of a server
    status=optional
    driver.libvirt=complete
    #> MX409
    driver-notes.libvirt=
    driver.vmware=complete
    ```

    ## Use instead

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.vmware]
    title=VMware

    [operation.snapshot]
    title=Take a snapshot of a server
    status=optional
    driver.libvirt=complete
    driver.vmware=complete
    driver-notes.vmware=The server is paused while the snapshot is taken.
    ```

    ## Fix

    The fix drops the line. It is unsafe: there may have been something to say.
    """
    for feature in matrix.features:
        if "" not in feature.section.values.values():
            continue
        reported = _find_reported(feature)
        for driver in feature.drivers:
            note = feature.note(driver)
            # A note under another name is told by the rule that tells that name.
            if note is None or note.key != driver.note_key:
                continue
            if not note.value and note.is_known and driver not in reported:
                message = f"note for driver {driver.name!r} is empty"
                fix = _fix(note, feature)
                yield Finding(note.key_span, message, note, fix=fix, driver=driver.name)


def _fix(note: Entry, feature: Feature) -> Fix | None:
    document = note.section.document
    # What stands in another section stands in other features, too.
    if note.section is not feature.section or not document.is_unmodified(note.line):
        return None
    return Fix("drop the note", (document.source.drop(note.line),))


def _find_reported(feature: Feature) -> list[Driver]:
    """Return the drivers that MX406 asks a note of."""
    if feature.section.is_incomplete:
        return []
    return [each.driver for each in feature.implementations("partial")]
