"""MX409 empty-notes."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity, Span
from matrixlint.feature import Driver, Feature
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX409", "empty-notes", severity=Severity.WARNING)
def empty_notes(matrix: Matrix) -> Iterator[Finding]:
    """
    A driver note without text.
    """
    misread = {unknown.span for unknown in matrix.unknown_levels}
    for feature in matrix.features:
        if "" not in feature.section.values.values():
            continue
        told = _told(feature, misread)
        for driver in feature.drivers:
            note = feature.note(driver)
            # A note under another name is told by the rule that tells that name.
            is_own = note is not None and note.key == driver.note_key
            if note and is_own and note.is_sure and not note.value and driver not in told:
                message = f"note for driver {driver.name!r} is empty"
                yield Finding(note.key_span, message, note, driver=driver.name)


def _told(feature: Feature, misread: set[Span]) -> list[Driver]:
    """Return the drivers that MX406 asks a note of."""
    if feature.section.is_open:
        return []
    partial = feature.implementations("partial")
    return [each.driver for each in partial if each.entry.value_span not in misread]
