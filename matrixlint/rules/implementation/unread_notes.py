"""MX410 unread-notes."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX410", "unread-notes", severity=Severity.INFO)
def unread_notes(matrix: Matrix) -> Iterator[Finding]:
    """
    A driver note beside a bare entry, which is never shown.
    """
    dialect = matrix.dialect
    if dialect is None or "" not in dialect.entry_prefixes:
        return
    for feature in matrix.features:
        for driver in feature.drivers:
            note, entry = feature.note(driver), feature.entry(driver)
            if not note or not note.value or note.key != driver.note_key:
                continue
            if entry and entry.key == driver.name:
                message = f"note for driver {driver.name!r} is not shown beside a bare entry"
                hint = f"notes are shown for '{dialect.entry_prefixes[-1]}{driver.name}'"
                yield Finding(note.key_span, message, note, hint, driver=driver.name)
