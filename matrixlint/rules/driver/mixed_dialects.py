"""MX105 mixed-dialects."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related, Severity, Span
from matrixlint.document import Entry, Section
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX105", "mixed-dialects", severity=Severity.ERROR)
def mixed_dialects(matrix: Matrix) -> Iterator[Finding]:
    """
    Keys or sections of another dialect than the file's.
    """
    for foreign in matrix.foreign:
        first, *others = sorted(foreign.places, key=_span)
        count = len(foreign.places)
        own = matrix.dialect.name if matrix.dialect else ""
        written = first.written_key if isinstance(first, Entry) else f"[{first.name}]"
        more = f" (the first of {count})" if others else ""
        message = f"{written!r}{more} is of the {foreign.dialect.name!r} dialect; the file is {own!r}"
        related = tuple(Related(_span(place), "another") for place in others[:9])
        yield Finding(_span(first), message, first, related=related, value=foreign.dialect.name)


def _span(place: Entry | Section) -> Span:
    return place.key_span if isinstance(place, Entry) else place.span
