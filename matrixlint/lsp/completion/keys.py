"""The keys that may be written in a section."""

from collections.abc import Iterator

from matrixlint.lsp.analysis import Analysis
from matrixlint.lsp.completion.item import CompletionItem, ItemKind
from matrixlint.lsp.positions import Location
from matrixlint.model.entry_insertion import EntryInserter
from matrixlint.model.feature import Driver, Feature
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import DELIMITER, Section
from matrixlint.syntax.key_style import KeyStyles


def complete_keys(
    analysis: Analysis, section: Section, place: Location
) -> Iterator[CompletionItem]:
    """
    Yield the keys that *section* lacks: entries and notes of drivers, then fields.

    What stands in the line of *place* already is taken for lacking. Where that line has no
    delimiter yet, it comes with the key, written as those beside it are.
    """
    dialect = analysis.matrix.dialect
    if dialect is None:
        return
    has_delimiter = bool(DELIMITER.search(analysis.page.line(place.line)[place.column - 1 :]))
    for offer in _lacking(analysis, section, dialect, place.line):
        yield offer._replace(text=None) if has_delimiter else offer


def _lacking(
    analysis: Analysis, section: Section, dialect: Dialect, line: int
) -> Iterator[CompletionItem]:
    matrix = analysis.matrix
    taken = {key for key in section.values if section.entry(key).line != line}
    manners = KeyStyles(section.own_entries())
    feature = next((each for each in matrix.features if each.section is section), None)
    fields = dialect.fields
    if feature:
        yield from _entries(feature, EntryInserter(matrix, dialect), taken)
        yield from _notes(feature, manners, taken)
    elif section.name and dialect.declares(section.name):
        fields = dialect.driver_fields | {*filter(None, [dialect.label])}
    elif not (matrix.grades and section in matrix.grades.backends.values()):
        return
    for field in sorted(fields - taken):
        yield CompletionItem(field, ItemKind.FIELD, "", manners.line(field, "", None))


def _entries(
    feature: Feature, placement: EntryInserter, taken: set[str]
) -> Iterator[CompletionItem]:
    for driver in feature.drivers:
        if feature.entry(driver) is None or feature.cell_key(driver) not in taken:
            text = placement.line(feature, driver, "")
            key = DELIMITER.split(text, maxsplit=1)[0].rstrip()
            yield CompletionItem(key, ItemKind.DRIVER, _title(driver), text)


def _notes(feature: Feature, manners: KeyStyles, taken: set[str]) -> Iterator[CompletionItem]:
    for driver in feature.drivers:
        # Only what is implemented, or not, has something to be noted.
        if feature.cell_key(driver) in taken and feature.note_key(driver) not in taken:
            key = driver.note_key
            yield CompletionItem(key, ItemKind.NOTE, _title(driver), manners.line(key, "", None))


def _title(driver: Driver) -> str:
    return driver.title.value.partition("\n")[0] if driver.title else ""
