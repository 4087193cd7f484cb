"""Symbol index: declarations of and references to drivers, features, choice groups."""

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
    """Kind of a symbol."""

    DRIVER = "driver"
    FEATURE = "feature"
    GROUP = "choice group"


class SymbolName(NamedTuple):
    """Driver, feature or group, by its name."""

    kind: SymbolKind
    name: str


class SymbolReference(NamedTuple):
    """Reference to the symbol *subject*; *is_declaration* if it declares it."""

    span: Span
    subject: SymbolName
    is_declaration: bool = False


class SymbolReferences:
    """References in a matrix, by symbol and by location."""

    __slots__ = ("_all", "_by_subject", "_starts")

    def __init__(self, matrix: Matrix) -> None:
        # A key of [DEFAULT] is read in every feature, but is only once in the text.
        found = {each.span: each for each in _find_references(matrix)}
        self._all = [found[span] for span in sorted(found)]
        self._starts = [each.span[:2] for each in self._all]
        self._by_subject: dict[SymbolName, list[SymbolReference]] = {}
        for each in self._all:
            self._by_subject.setdefault(each.subject, []).append(each)

    def find_at(self, place: Location) -> SymbolReference | None:
        """Return the reference at *place*, or directly before it."""
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return None
        reference = self._all[index]
        return reference if contains(reference.span, place) else None

    def find_all(self, subject: SymbolName) -> Sequence[SymbolReference]:
        """Return the references to *subject* in the order of the file."""
        return self._by_subject.get(subject, ())

    def declarations(self, subject: SymbolName) -> Sequence[SymbolReference]:
        """Return the references that declare *subject*."""
        return [each for each in self.find_all(subject) if each.is_declaration]


def contains(span: Span, place: Location) -> bool:
    """Return whether *place* is in *span*, or directly after it."""
    return span[:2] <= place <= span[2:]


def _find_references(matrix: Matrix) -> Iterator[SymbolReference]:
    prefixes = _list_prefixes(matrix)
    for driver in matrix.drivers:
        yield SymbolReference(_find_declaration(driver), _get_symbol(driver), is_declaration=True)
        if matrix.grades and driver.name in matrix.grades.backends:
            section = matrix.grades.backends[driver.name]
            yield SymbolReference(_find_in_header(section, driver.name), _get_symbol(driver))
    for feature in matrix.features:
        if feature.name is not None:
            span = _find_in_header(feature.section, feature.name)
            yield SymbolReference(
                span, SymbolName(SymbolKind.FEATURE, feature.name), is_declaration=True
            )
        yield from _find_row_references(feature, prefixes)
    yield from _find_argument_references(matrix)


def _list_prefixes(matrix: Matrix) -> Sequence[str]:
    found = {
        prefix
        for dialect in matrix.document.dialects
        for prefix in (*dialect.entry_prefixes, *dialect.note_prefixes)
    }
    # If a key begins with two prefixes, the longer one counts.
    return sorted(found, key=lambda prefix: -len(prefix))


def _get_symbol(driver: Driver) -> SymbolName:
    return SymbolName(SymbolKind.DRIVER, driver.name)


def _find_declaration(driver: Driver) -> Span:
    place, dialect = driver.place, driver.dialect
    if isinstance(place, Entry):
        return _find_in_key(place, driver.name, [dialect.declaring_keys or ""])
    if dialect.label and dialect.label in place.values:
        return place.entry(dialect.label).value_span
    return _find_in_header(place, driver.name)


def _find_in_header(section: Section, name: str) -> Span:
    line, column, *_ = section.span
    own = section.name or ""
    length = len(name) if own.lower().endswith(name.lower()) else len(own)
    return Span.within(line, column + 1 + len(own) - length, length)


def _find_in_key(entry: Entry, name: str, prefixes: Sequence[str]) -> Span:
    """Return the span of the driver's name in a key, where it may be misspelt."""
    span, written = entry.key_span, entry.written_key
    start = len(written) - len(name)
    if written[start:].lower() != name:
        start = next((len(each) for each in prefixes if written.lower().startswith(each)), 0)
    return Span.within(span.line, span.column + start, len(written) - start)


def _find_row_references(feature: Feature, prefixes: Sequence[str]) -> Iterator[SymbolReference]:
    for driver in feature.drivers:
        for entry in (feature.entry(driver), feature.note(driver)):
            if entry:
                yield SymbolReference(
                    _find_in_key(entry, driver.name, prefixes), _get_symbol(driver)
                )


def _find_argument_references(matrix: Matrix) -> Iterator[SymbolReference]:
    for condition in matrix.conditions:
        name = condition.target and condition.target.name
        if name:
            yield SymbolReference(condition.name_span, SymbolName(SymbolKind.FEATURE, name))
    for group in matrix.groups:
        statuses = [option.status for option in group.options if option.status]
        for number, status in enumerate(statuses):
            subject = SymbolName(SymbolKind.GROUP, group.name)
            yield SymbolReference(status.argument_span, subject, is_declaration=not number)
