"""MX409 empty-notes."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX409", "empty-notes", severity=Severity.WARNING)
def empty_notes(matrix: Matrix) -> Iterator[Finding]:
    """
    A driver note without text.
    """
    for feature in matrix.features:
        if "" not in feature.section.values.values():
            continue
        for driver in feature.drivers:
            note = feature.note(driver)
            is_told = feature.levels[driver.index] == "partial" and not feature.section.is_open
            if note and note.is_sure and not note.value and not is_told:
                message = f"note for driver {driver.name!r} is empty"
                yield Finding(note.key_span, message, note, driver=driver.name)
