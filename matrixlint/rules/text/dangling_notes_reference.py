"""MX703 dangling-notes-reference."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.text._value_lines import find_entries, find_value_lines
from matrixlint.syntax.document import Entry, Section
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.phrases import format_hint
from matrixlint.text.similarity import NameIndex
from matrixlint.text.span import Span

_REFERENCE = compile_lazily(
    r"\bsee (?:the )?notes for (?:the )?(.{1,120}?) (?:operation|feature)\b", re.IGNORECASE
)
_NO_LETTERS = compile_lazily(r"[\W_]+")
_SENTENCE_END = compile_lazily("[.!?;:] ")
# Words that point at a feature without naming it.
_POINTERS = frozenset(
    [
        *("above", "below", "corresponding", "each", "following", "next", "other", "previous"),
        *("related", "respective", "same", "that", "the", "this", "which"),
    ]
)
_QUOTES = "\"'` \u2018\u2019\u201c\u201d"
# More of a name, or of a title, than what is referred to may have.
_LONGEST = 200
# Every dangling name is held against all sections: past these no near one is looked for.
_MOST = 20


class _Reference(NamedTuple):
    """What notes refer to, the place where they do, and the words as they stand."""

    entry: Entry
    span: Span
    written: str


def dangling_notes_reference(matrix: Matrix) -> Iterator[Finding]:
    """
    Notes that refer to the notes of a feature which the file does not have.

    ## Why is this bad?

    Features are renamed and dropped, and whoever does it seldom searches the notes
    of the others. The reader is sent to a place that does not exist.

    "See notes for the X operation" is looked at, and the same with "feature". X is
    the beginning of a title, or a section's name, or its last part; capitals,
    quotes, dashes, dots and underscores make no difference.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach block volume to server
    status=mandatory
    driver.lvm=complete

    [operation.detach-volume]
    title=Detach block volume from server
    status=mandatory
    #> MX703
    notes=See notes for the "connect volume" operation.
    driver.lvm=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach block volume to server
    status=mandatory
    driver.lvm=complete

    [operation.detach-volume]
    title=Detach block volume from server
    status=mandatory
    notes=See notes for the "attach volume" operation.
    driver.lvm=complete
    ```
    """
    if matrix.has_unnamed_features or " notes" not in matrix.document.source.text:
        return
    found = list(_references(matrix))
    known = set(_known(matrix.document.sections)) if found else set()
    dangling = [each for each in found if _folded(each.written) not in known]
    names = NameIndex({_last_part(section) for section in matrix.document.sections})
    for number, reference in enumerate(dangling):
        written = reference.written
        suggestion = names.closest_match(written.replace(" ", "-")) if number < _MOST else None
        message = f"notes refer to {written!r}, which begins no title and is no section"
        hint = format_hint(suggestion)
        yield Finding(reference.span, message, reference.entry, hint=hint, value=written)


def _references(matrix: Matrix) -> Iterator[_Reference]:
    prefixes = matrix.dialect.note_prefixes if matrix.dialect else ()
    for entry in find_entries(matrix, _has_reference):
        if entry.key == "notes" or entry.key.startswith(prefixes):
            yield from _read(entry)


def _has_reference(text: str) -> bool:
    # The line may end anywhere between these words.
    return "otes" in text and "for" in text


def _read(entry: Entry) -> Iterator[_Reference]:
    """Yield what the text refers to, its lines read as one."""
    lines = list(find_value_lines(entry))
    text = " ".join(line.text for line in lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.text) + 1)
    number = 0
    for match in _REFERENCE.finditer(text):
        while starts[number + 1] <= match.start(1):
            number += 1
        written = match[1].strip(_QUOTES)
        is_name = not _POINTERS.issuperset(written.lower().split())
        if is_name and not _SENTENCE_END.search(match[0]):
            start = match.start(1) - starts[number]
            length = min(len(match[1]), len(lines[number].text) - start)
            yield _Reference(entry, lines[number].part(start, length), written)


def _known(sections: list[Section]) -> Iterator[str]:
    """Yield all that a feature may be called by: the ends of names, the beginnings of titles."""
    for section in sections:
        parts = (section.name or "")[-_LONGEST:].split(".")
        for number in range(len(parts)):
            yield _folded(".".join(parts[number:]))
        words = _folded(section.values.get("title", "")[:_LONGEST]).split()
        for number in range(len(words)):
            yield " ".join(words[: number + 1])


def _last_part(section: Section) -> str:
    return (section.name or "").rpartition(".")[2]


def _folded(text: str) -> str:
    return _NO_LETTERS.sub(" ", text).strip().lower()
