"""MX406 partial-without-notes."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX406", "partial-without-notes", severity=Severity.WARNING)
def partial_without_notes(matrix: Matrix) -> Iterator[Finding]:
    """
    A partial implementation that no note explains.
    """
    for implementation in matrix.implementations("partial"):
        feature, driver, level, entry, note = implementation
        if feature.section.is_open or (note and (note.value.strip() or not note.is_sure)):
            continue
        message = f"driver {driver.name!r} is {level!r} without a note that says what is lacking"
        hint = f"expected '{driver.note_key}=…'"
        yield Finding(entry.value_span, message, entry, hint, driver=driver.name)
