"""MX404 undeclared-driver-notes."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related, Severity, Span
from matrixlint.document import Entry
from matrixlint.matrix import Matrix, Stray
from matrixlint.rule import Finding, did_you_mean, rule


@rule("MX404", "undeclared-driver-notes", severity=Severity.ERROR)
def undeclared_driver_notes(matrix: Matrix) -> Iterator[Finding]:
    """
    A note for a driver that is not declared.
    """
    for stray in matrix.stray_notes:
        entry, *others = stray.entries
        more = f" ({len(stray.entries)} notes)" if others else ""
        message = f"note {entry.written_key!r} is for a driver that is not declared{more}"
        related = tuple(Related(_name(other, stray), "another") for other in others)
        hint = did_you_mean(stray.meant.name if stray.meant else None)
        yield Finding(_name(entry, stray), message, entry, hint, related, driver=stray.name)


def _name(entry: Entry, stray: Stray) -> Span:
    span = entry.key_span
    return span._replace(column=span.end_column - len(stray.name))
