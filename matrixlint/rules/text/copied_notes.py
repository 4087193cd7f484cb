"""MX707 copied-notes."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.document import Entry
from matrixlint.text.lazy_regex import compile_lazily

# The end of a sentence and the beginning of another; "e.g. this" is none.
_SECOND_SENTENCE = compile_lazily(r"[.!?][\"')\]]*+\s++[^\sa-z]")


def copied_notes(matrix: Matrix) -> Iterator[Finding]:
    """
    Two features with the same notes, longer than a sentence.

    ## Why is this bad?

    Nobody writes two sentences twice: a section was copied for a new feature and
    its notes were left as they were, so one of the two says nothing of its own, and
    perhaps something wrong. Where they hold for both, they will soon be mended in
    one place only.

    One sentence may well hold for two features. White space makes no difference.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.suspend]
    title=Suspend a server
    status=optional
    notes=The server is halted. Its state is written to disk.
    driver.lvm=complete

    [operation.resume]
    title=Resume a server
    status=optional
    #> MX707
    notes=The server is halted. Its state is written to disk.
    driver.lvm=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.suspend]
    title=Suspend a server
    status=optional
    notes=The server is halted. Its state is written to disk.
    driver.lvm=complete

    [operation.resume]
    title=Resume a server
    status=optional
    notes=See notes for the suspend operation.
    driver.lvm=complete
    ```
    """
    first: dict[str, Entry] = {}
    for feature in matrix.features:
        if not _SECOND_SENTENCE.search(feature.section.values.get("notes", "")):
            continue
        notes = feature.section.entry("notes")
        # Defaults stand in one place, and another key has been told already.
        is_own = notes.key == "notes" and notes.section.name == feature.name
        if not is_own or not notes.is_known:
            continue
        other = first.setdefault(" ".join(notes.value.split()), notes)
        if other is not notes:
            name = other.section.name or "?"
            related = (Related(other.key_span, f"the notes of [{name}]"),)
            message = f"notes are those of [{name}], word for word"
            yield Finding(notes.key_span, message, notes, related=related)
