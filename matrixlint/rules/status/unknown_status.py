"""MX301 unknown-status."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.document import Entry
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
                message = f"{status.entry.key} runs over several lines; expected one word"
                yield Finding(status.continued, message, status.entry)
            elif status.is_unknown:
                yield _unknown(status)
    if matrix.grades and matrix.grades.list_entry:
        for entry in matrix.grades.statuses():
            if entry.is_sure and entry.value not in matrix.grades.valid:
                yield _unlisted(entry, matrix.grades.valid)


def _unknown(status: Status) -> Finding:
    message = f"{status.entry.key} is {status.word!r}; expected {one_of(status.choices)}"
    hint = did_you_mean(status.meant)
    return Finding(status.word_span, message, status.entry, hint, value=status.word)


def _unlisted(entry: Entry, valid: tuple[str, ...]) -> Finding:
    expected = one_of(valid) if valid else "a grade that 'valid-grades' lists"
    message = f"status is {entry.value!r}; expected {expected}"
    return Finding(entry.value_span, message, entry, did_you_mean(near(entry.value, valid)))
