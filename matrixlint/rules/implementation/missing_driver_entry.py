"""MX402 missing-driver-entry."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related, Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX402", "missing-driver-entry", severity=Severity.ERROR)
def missing_driver_entry(matrix: Matrix) -> Iterator[Finding]:
    """
    A declared driver that has no entry in a feature.
    """
    for feature in matrix.features:
        drivers = [driver for driver in feature.missing if driver.is_used]
        if not drivers:
            continue
        names = ", ".join(repr(driver.name) for driver in drivers)
        message = f"[{feature.name or '?'}] has no entry for {names}"
        notes = [note for driver in drivers for note in [feature.note(driver)] if note]
        related = tuple(Related(note.key_span, "a note without its entry") for note in notes)
        value = " ".join(driver.name for driver in drivers)
        yield Finding(feature.section.span, message, feature.section, related=related, value=value)
