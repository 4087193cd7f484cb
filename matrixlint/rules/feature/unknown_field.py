"""MX203 unknown-field."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix, Severity
from matrixlint.document import DEFAULT, Entry
from matrixlint.matrix import Matrix
from matrixlint.rewriting import rename_key
from matrixlint.rule import Finding, rule


@rule("MX203", "unknown-field", severity=Severity.WARNING)
def unknown_field(matrix: Matrix) -> Iterator[Finding]:
    """
    A key that is no field, entry or note of the dialect.

    ## Why is this bad?

    The renderer passes over keys that it does not know, and says nothing: what
    `note=` holds is on no page, for years if nobody compares. Where the misspelt
    key is one that it needs, it fails instead (`titel=`, `drvier.lvm=`), and this
    is an error.

    A key that is near an absent one is read as that, so the title or the entry is
    not called missing besides. The keys of a driver's own section are judged in
    the same way.

    An entry or a note for a driver that is not declared is another matter: see
    MX403 and MX404.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    #> MX203
    titel=Attach a volume
    status=mandatory
    #> MX203
    note=Gives a machine one more disk while it runs.
    driver.lvm=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    notes=Gives a machine one more disk while it runs.
    driver.lvm=complete
    ```

    ## Fix

    The fix renames the key to the one that is suggested. It is unsafe: the value was on
    no page, and is on it then. A key that is like none has no place on the page: make it
    a comment, or part of the notes.
    """
    for field in matrix.unknown_fields:
        severity = Severity.ERROR if field.is_needed else None
        hint = f"did you mean {field.meant!r}?" if field.meant else None
        message = f"key {field.entry.written_key!r} is no field, entry or note"
        fix = _fix(field.entry, field.meant) if field.meant else None
        yield Finding(field.entry.key_span, message, field.entry, hint, fix=fix, severity=severity)


def _fix(entry: Entry, meant: str) -> Fix | None:
    # What stands in [DEFAULT] stands in every section, and a percent sign that the
    # renderer has passed over would make it fail.
    if entry.section.name == DEFAULT or "%" in entry.value:
        return None
    return Fix.whole(f"rename to {meant!r}", [rename_key(entry, meant)])
