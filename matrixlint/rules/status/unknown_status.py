"""MX301 unknown-status."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity, Span
from matrixlint.document import Entry
from matrixlint.grade import Grades
from matrixlint.matrix import Matrix
from matrixlint.near import near
from matrixlint.rule import Finding, did_you_mean, one_of, rule
from matrixlint.status import Status


@rule("MX301", "unknown-status", severity=Severity.ERROR)
def unknown_status(matrix: Matrix) -> Iterator[Finding]:
    """
    A status that is none of the known words.
    """
    for feature in matrix.features:
        for status in feature.statuses:
            if status.continued:
                yield _continued(status.entry, status.continued)
            elif status.is_unknown:
                yield _unknown(status)
    grades = matrix.grades
    if grades and grades.list_entry and grades.list_entry.is_sure:
        hanging = matrix.document.hanging
        for entry in grades.statuses():
            if entry.line in hanging or "\n" in entry.value:
                yield _continued(entry, entry.value_spans[entry.line not in hanging])
            elif entry.is_sure and entry.value not in _known(grades):
                yield _unlisted(entry, grades.valid)


def _continued(entry: Entry, span: Span) -> Finding:
    return Finding(span, f"{entry.key} runs over several lines; expected one word", entry)


def _unknown(status: Status) -> Finding:
    message = f"{status.entry.key} is {status.word!r}; expected {one_of(status.choices)}"
    hint = did_you_mean(status.meant)
    return Finding(status.word_span, message, status.entry, hint, value=status.word)


def _known(grades: Grades) -> set[str | None]:
    # A grade that MX602 tells is read as the section that it is near to.
    free = grades.grades.keys() - set(grades.valid)
    lost = set(grades.valid) - grades.grades.keys()
    return {*grades.valid, *(near(grade, free) for grade in lost)}


def _unlisted(entry: Entry, valid: tuple[str, ...]) -> Finding:
    expected = one_of(valid) if valid else "a grade that 'valid-grades' lists"
    message = f"status is {entry.value!r}; expected {expected}"
    return Finding(entry.value_span, message, entry, did_you_mean(near(entry.value, valid)))
