"""MX404 undeclared-driver-notes."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related, Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, did_you_mean, rule


@rule("MX404", "undeclared-driver-notes", severity=Severity.ERROR)
def undeclared_driver_notes(matrix: Matrix) -> Iterator[Finding]:
    """
    A note for a driver that is not declared.
    """
    for stray in matrix.stray_notes:
        entry, *others = stray.entries
        more = f" ({len(stray.entries)} notes)" if others else ""
        message = f"{entry.written_key!r} is for a driver that is not declared{more}: it is not shown"
        related = tuple(Related(other.key_span, "another") for other in others)
        hint = did_you_mean(stray.meant.note_key if stray.meant else None)
        yield Finding(entry.key_span, message, entry, hint, related, driver=stray.name)
