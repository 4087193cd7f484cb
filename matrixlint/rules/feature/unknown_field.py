"""MX203 unknown-field."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix, Severity
from matrixlint.model.matrix import Matrix
from matrixlint.model.problems import Delimiter
from matrixlint.rules.rule import Finding
from matrixlint.syntax.document import DEFAULT, Entry
from matrixlint.syntax.edits import (
    as_continuation,
    insert_delimiter,
    join_key,
    move_delimiter,
    rename_key,
)
from matrixlint.text.phrases import format_hint

_EDITS = {
    Delimiter.IN_PLACE: rename_key,
    Delimiter.EARLY: join_key,
    Delimiter.SWAPPED: move_delimiter,
}


def unknown_field(matrix: Matrix) -> Iterator[Finding]:
    """
    A key that is no field, entry or note of the dialect.

    ## Why is this bad?

    The renderer passes over keys that it does not know, and says nothing: what
    `note=` holds is on no page, for years if nobody compares. Where the misspelt
    key is one that it needs, it fails instead (`titel=`, `drvier.lvm=`), and this
    is an error.

    A key that is near an absent one is read as that, so the title or the entry is
    not called missing besides; so is the first word of a key that runs on into its
    value. The keys of a driver's own section are judged in the same way.

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

    The fix renames the key to the one that is suggested, or puts the `=` behind it that it has
    lost (`link https://example.org/`), or takes away the one that stands within it
    (`driver:lvm=complete`), or moves it by a letter (`statu=soptional`). It is unsafe: the
    value was on no page, and is on it then. A line that is more of the text above it is
    indented. A key that is like none has no place on the page: make it a comment, or part
    of the notes.
    """
    texts = _texts(matrix)
    for field in matrix.unknown_fields:
        entry = field.entry
        text = texts.get(entry.line - 1)
        hint, fix = format_hint(field.suggestion), None
        if field.suggestion and field.delimiter is Delimiter.MISSING:
            words = entry.written_key.split(maxsplit=1)
            hint, fix = insert_delimiter(field.suggestion, words, entry.key_span, "=")
        elif field.suggestion:
            edit = _EDITS[field.delimiter](entry, field.suggestion)
            fix = Fix.whole(f"rename to {field.suggestion!r}", [edit])
        elif text and " " in entry.key:
            texts[entry.value_spans[-1].line] = text
            hint, fix = as_continuation(text.written_key, entry.line)
        severity = Severity.ERROR if field.is_needed else None
        message = f"key {entry.written_key!r} is no field, entry or note"
        fix = fix if _is_movable(entry) else None
        yield Finding(entry.key_span, message, entry, hint, fix=fix, severity=severity)


def _texts(matrix: Matrix) -> dict[int, Entry]:
    """Return the entries that are texts, by their last lines, where a line may be more of one."""
    dialect = matrix.dialect
    suspects = [field.entry for field in matrix.unknown_fields if " " in field.entry.key]
    sections = {id(entry.section): entry.section for entry in suspects}
    return {
        entry.value_spans[-1].line: entry
        for section in sections.values()
        for entry in section.own_entries()
        if dialect and dialect.is_text(entry.key)
    }


def _is_movable(entry: Entry) -> bool:
    # What stands in [DEFAULT] stands in every section, and a percent sign that the
    # renderer has passed over would make it fail.
    return entry.section.name != DEFAULT and "%" not in entry.value + entry.key
