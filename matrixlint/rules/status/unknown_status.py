"""MX301 unknown-status."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matrixlint.diagnostic import Fix
from matrixlint.model.matrix import Matrix
from matrixlint.model.status import Status
from matrixlint.rules.rule import Finding
from matrixlint.syntax.document import Entry
from matrixlint.syntax.edits import replace_word
from matrixlint.text.phrases import format_hint, join_or
from matrixlint.text.similarity import NameIndex, equal_ignoring_case_and_space
from matrixlint.text.span import Span

if TYPE_CHECKING:
    from matrixlint.model.grades import Grades


def unknown_status(matrix: Matrix) -> Iterator[Finding]:
    """
    A status that is none of the known words.

    ## Why is this bad?

    The renderer stops at the first status that it does not know, and the docs build fails with
    it, without a line number. `required` and `Mandatory` are as unknown to it as a slip of the
    finger: words are compared letter by letter, and it expects one word on one line.

    A word that is plainly a known one, but for its spelling, is read as that, so nothing more is
    said of the feature. One that is like none makes no demand of any driver.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [operation.attach-volume]
    title=Attach a volume
    #> MX301
    status=mandatry
    driver.libvirt=complete

    [operation.rescue]
    title=Rescue a server
    #> MX301
    status=required
    driver.libvirt=complete
    ```

    ## Use instead

    ```ini
    [driver.libvirt]
    title=Libvirt

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    driver.libvirt=complete
    ```

    ## Fix

    The fix writes the word that is suggested. It is safe where the two differ by case or blanks
    alone. Where they are merely near it is unsafe: look first whether that is the one that was
    meant.
    """
    for feature in matrix.features:
        for status in feature.statuses:
            if status.continued:
                yield _continued(status.entry, status.continued)
            elif status.is_unknown:
                yield _unknown(status)
    grades = matrix.grades
    if grades and grades.list_entry and grades.list_entry.is_known:
        values_below = matrix.document.values_below
        known, valid = _known(grades), NameIndex(grades.valid)
        for entry in grades.statuses():
            if entry.line in values_below or "\n" in entry.value:
                yield _continued(entry, entry.value_spans[entry.line not in values_below])
            elif entry.value not in known:
                yield _unlisted(entry, grades.valid, valid.closest_match(entry.value))


def _continued(entry: Entry, span: Span) -> Finding:
    return Finding(span, f"{entry.key} runs over several lines; expected one word", entry)


def _unknown(status: Status) -> Finding:
    message = f"{status.entry.key} is {status.word!r}; expected {join_or(status.choices)}"
    hint = format_hint(status.suggestion)
    fix = _fix(status.entry, status.word_span, status.word, status.suggestion)
    return Finding(status.word_span, message, status.entry, hint, fix=fix, value=status.word)


def _fix(entry: Entry, span: Span, word: str, suggestion: str | None) -> Fix | None:
    if suggestion is None:
        return None
    edit = replace_word(entry.section.document, span, word, suggestion)
    return Fix.whole(
        f"write {suggestion!r}", [edit], safe=equal_ignoring_case_and_space(word, suggestion)
    )


def _known(grades: "Grades") -> set[str | None]:
    # A grade that MX602 tells is read as the section that it is near to.
    free = NameIndex(grades.grades.keys() - set(grades.valid))
    lost = set(grades.valid) - grades.grades.keys()
    return {*grades.valid, *map(free.closest_match, lost)}


def _unlisted(entry: Entry, valid: tuple[str, ...], suggestion: str | None) -> Finding:
    expected = join_or(valid) if valid else "a grade that 'valid-grades' lists"
    message = f"status is {entry.value!r}; expected {expected}"
    fix = _fix(entry, entry.value_span, entry.value, suggestion)
    return Finding(entry.value_span, message, entry, format_hint(suggestion), fix=fix)
