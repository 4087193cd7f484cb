"""MX403 undeclared-driver."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related, Severity, Span
from matrixlint.document import Entry
from matrixlint.matrix import Matrix, Stray
from matrixlint.near import near
from matrixlint.rule import Finding, did_you_mean, rule


@rule("MX403", "undeclared-driver", severity=Severity.ERROR)
def undeclared_driver(matrix: Matrix) -> Iterator[Finding]:
    """
    An entry for a driver that is not declared.
    """
    for stray in matrix.stray_entries:
        entry, *others = stray.entries
        more = f" ({len(stray.entries)} entries)" if others else ""
        message = f"{entry.written_key!r} is for a driver that is not declared{more}"
        related = tuple(Related(_name(other, stray), "another") for other in others)
        hint = did_you_mean(stray.meant.name if stray.meant else None)
        yield Finding(_name(entry, stray), message, entry, hint, related, driver=stray.name)
    if matrix.grades and not matrix.may_lack_drivers:
        names = {driver.name for driver in matrix.drivers}
        for name, section in matrix.grades.backends.items():
            if name not in names:
                hint = did_you_mean(near(name, names - matrix.grades.backends.keys()))
                message = f"[{section.name}] is for a backend that is not declared"
                yield Finding(section.span, message, section, hint, driver=name)


def _name(entry: Entry, stray: Stray) -> Span:
    span = entry.key_span
    return span._replace(column=span.end_column - len(stray.name))
