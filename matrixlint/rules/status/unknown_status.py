"""MX301 unknown-status."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
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
            if entry.value not in matrix.grades.valid:
                expected = one_of(matrix.grades.valid)
                message = f"status is {entry.value!r}; expected {expected}"
                meant = near(entry.value, matrix.grades.valid)
                yield Finding(entry.value_span, message, entry, did_you_mean(meant))


def _unknown(status: Status) -> Finding:
    message = f"{status.entry.key} is {status.word!r}; expected {one_of(status.choices)}"
    hint = did_you_mean(status.meant)
    return Finding(status.word_span, message, status.entry, hint, value=status.word)
