"""The places where a text speaks of its drivers, features and choice groups."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from matrixlint.lsp.positions import Location
from matrixlint.model.feature import Driver, Feature
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.document import Entry, Section
from matrixlint.text.span import Span


class SymbolKind(Enum):
    """What is spoken of."""

    DRIVER = "driver"
    FEATURE = "feature"
    GROUP = "choice group"


class SymbolName(NamedTuple):
    """One driver, feature or group, by its name."""

    kind: SymbolKind
    name: str


class SymbolReference(NamedTuple):
    """A place that speaks of *subject*; *declares* says that it brings it into being."""

    span: Span
    subject: SymbolName
    declares: bool = False


class SymbolReferences:
    """All that a matrix speaks of: by what it is, and by its place."""

    __slots__ = ("_all", "_by_subject", "_starts")

    def __init__(self, matrix: Matrix) -> None:
        # What stands in [DEFAULT] is read in every feature, and stands once in the text.
        found = {each.span: each for each in _find_references(matrix)}
        self._all = [found[span] for span in sorted(found)]
        self._starts = [each.span[:2] for each in self._all]
        self._by_subject: dict[SymbolName, list[SymbolReference]] = {}
        for each in self._all:
            self._by_subject.setdefault(each.subject, []).append(each)

    def at(self, place: Location) -> SymbolReference | None:
        """Return what is spoken of at *place*, or right before it."""
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return None
        reference = self._all[index]
        return reference if contains(reference.span, place) else None

    def of(self, subject: SymbolName) -> Sequence[SymbolReference]:
        """Return the mentions of *subject* in the order of the file."""
        return self._by_subject.get(subject, ())

    def declarations(self, subject: SymbolName) -> Sequence[SymbolReference]:
        """Return the mentions that declare *subject*."""
        return [each for each in self.of(subject) if each.declares]


def contains(span: Span, place: Location) -> bool:
    """Say whether *place* is in *span*, or right behind it."""
    return span[:2] <= place <= span[2:]


def _find_references(matrix: Matrix) -> Iterator[SymbolReference]:
    prefixes = _prefixes(matrix)
    for driver in matrix.drivers:
        yield SymbolReference(_declared(driver), _subject(driver), declares=True)
        if matrix.grades and driver.name in matrix.grades.backends:
            section = matrix.grades.backends[driver.name]
            yield SymbolReference(_in_header(section, driver.name), _subject(driver))
    for feature in matrix.features:
        if feature.name is not None:
            span = _in_header(feature.section, feature.name)
            yield SymbolReference(span, SymbolName(SymbolKind.FEATURE, feature.name), declares=True)
        yield from _row(feature, prefixes)
    yield from _arguments(matrix)


def _prefixes(matrix: Matrix) -> Sequence[str]:
    found = {
        prefix
        for dialect in matrix.document.dialects
        for prefix in (*dialect.entry_prefixes, *dialect.note_prefixes)
    }
    # Of two that a key begins with, the longer one is meant.
    return sorted(found, key=lambda prefix: -len(prefix))


def _subject(driver: Driver) -> SymbolName:
    return SymbolName(SymbolKind.DRIVER, driver.name)


def _declared(driver: Driver) -> Span:
    place, dialect = driver.place, driver.dialect
    if isinstance(place, Entry):
        return _in_key(place, driver.name, [dialect.declaring_keys or ""])
    if dialect.label and dialect.label in place.values:
        return place.entry(dialect.label).value_span
    return _in_header(place, driver.name)


def _in_header(section: Section, name: str) -> Span:
    line, column, *_ = section.span
    own = section.name or ""
    length = len(name) if own.lower().endswith(name.lower()) else len(own)
    return Span.within(line, column + 1 + len(own) - length, length)


def _in_key(entry: Entry, name: str, prefixes: Sequence[str]) -> Span:
    """Return the place of the driver's name in a key, which may be misspelt."""
    span, written = entry.key_span, entry.written_key
    start = len(written) - len(name)
    if written[start:].lower() != name:
        start = next((len(each) for each in prefixes if written.lower().startswith(each)), 0)
    return Span.within(span.line, span.column + start, len(written) - start)


def _row(feature: Feature, prefixes: Sequence[str]) -> Iterator[SymbolReference]:
    for driver in feature.drivers:
        for entry in (feature.entry(driver), feature.note(driver)):
            if entry:
                yield SymbolReference(_in_key(entry, driver.name, prefixes), _subject(driver))


def _arguments(matrix: Matrix) -> Iterator[SymbolReference]:
    for condition in matrix.conditions:
        name = condition.target and condition.target.name
        if name:
            yield SymbolReference(condition.name_span, SymbolName(SymbolKind.FEATURE, name))
    for group in matrix.groups:
        statuses = [option.status for option in group.options if option.status]
        for number, status in enumerate(statuses):
            subject = SymbolName(SymbolKind.GROUP, group.name)
            yield SymbolReference(status.argument_span, subject, declares=not number)
