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
        if implementation.has_note or implementation.feature.section.is_open:
            continue
        driver, entry = implementation.driver, implementation.entry
        message = f"driver {driver.name!r} is 'partial' without a note that says what is lacking"
        hint = f"expected '{driver.note_key}=…'"
        yield Finding(entry.value_span, message, entry, hint, driver=driver.name)
