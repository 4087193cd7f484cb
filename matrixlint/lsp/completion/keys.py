"""Complete the keys of a section."""

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
    Yield the missing keys of *section*: entries and notes, then fields.

    The key on the line of *place* counts as missing. If that line has no delimiter yet,
    the item includes one, formatted as in the other keys of the section.
    """
    dialect = analysis.matrix.dialect
    if dialect is None:
        return
    has_delimiter = bool(DELIMITER.search(analysis.page.line(place.line)[place.column - 1 :]))
    for item in _find_missing_keys(analysis, section, dialect, place.line):
        yield item._replace(text=None) if has_delimiter else item


def _find_missing_keys(
    analysis: Analysis, section: Section, dialect: Dialect, line: int
) -> Iterator[CompletionItem]:
    matrix = analysis.matrix
    taken = {key for key in section.values if section.entry(key).line != line}
    key_styles = KeyStyles(section.own_entries())
    feature = next((each for each in matrix.features if each.section is section), None)
    fields = dialect.fields
    if feature:
        yield from _complete_entries(feature, EntryInserter(matrix, dialect), taken)
        yield from _complete_notes(feature, key_styles, taken)
    elif section.name and dialect.declares(section.name):
        fields = dialect.driver_fields | {*filter(None, [dialect.label])}
    elif not (matrix.grades and section in matrix.grades.backends.values()):
        return
    for field in sorted(fields - taken):
        yield CompletionItem(field, ItemKind.FIELD, "", key_styles.line(field, "", None))


def _complete_entries(
    feature: Feature, inserter: EntryInserter, taken: set[str]
) -> Iterator[CompletionItem]:
    for driver in feature.drivers:
        if feature.entry(driver) is None or feature.cell_key(driver) not in taken:
            text = inserter.line(feature, driver, "")
            key = DELIMITER.split(text, maxsplit=1)[0].rstrip()
            yield CompletionItem(key, ItemKind.DRIVER, _get_title(driver), text)


def _complete_notes(
    feature: Feature, key_styles: KeyStyles, taken: set[str]
) -> Iterator[CompletionItem]:
    for driver in feature.drivers:
        # Only a driver with an entry can have a note.
        if feature.cell_key(driver) in taken and feature.note_key(driver) not in taken:
            key = driver.note_key
            yield CompletionItem(
                key, ItemKind.NOTE, _get_title(driver), key_styles.line(key, "", None)
            )


def _get_title(driver: Driver) -> str:
    return driver.title.value.partition("\n")[0] if driver.title else ""
