"""Insertion of new entries into features: position, key and style."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matrixlint.model.entry_block import find_block
from matrixlint.model.feature import Driver, Feature
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.dialects.dialect import Dialect, Support
from matrixlint.syntax.document import Entry
from matrixlint.syntax.edits import is_key
from matrixlint.syntax.key_style import KeyStyles
from matrixlint.text.span import Edit


class KeySpelling(NamedTuple):
    """The spelling of an entry key: *prefix* and *name* as written."""

    entry: Entry | None
    driver: Driver | None
    prefix: str
    name: str

    def key(self, driver: Driver, feature: Feature, dialect: Dialect) -> str:
        """Return the key for an entry of *driver* in *feature* with this spelling."""
        prefix = self.prefix
        if not prefix and dialect.entry_prefix_with_notes and feature.note(driver):
            # The renderer does not show notes for entries without a prefix.
            prefix = dialect.entry_prefix_with_notes
        if self.driver and self.name == self.driver.written:
            return prefix + driver.written
        return prefix + (driver.name.upper() if self.name.isupper() else driver.name)


class InsertionPoint(NamedTuple):
    """An existing entry to insert after or above: its driver and index."""

    driver: Driver
    at: int
    is_after: bool


class FeatureEntries:
    """
    The entries written in a feature's section, and edits to add more.

    *spellings* are those of the entries with a regular key, by the index in *entries*;
    *key_styles* are the styles of the driver entries, or of all entries if there are none.
    """

    __slots__ = ("_cells", "_indexes", "entries", "feature", "key_styles", "spellings")

    def __init__(self, feature: Feature, dialect: Dialect) -> None:
        self.feature = feature
        self.entries = feature.section.own_entries()
        positions = {entry.key: at for at, entry in enumerate(self.entries)}
        keys = {driver.index: feature.cell_key(driver) for driver in feature.drivers}
        self._cells = {index: positions[key] for index, key in keys.items() if key in positions}
        self._indexes = list(self._cells)
        self.spellings = dict(self._find_spellings(dialect))
        cells = [self.entries[at] for at in self.spellings]
        self.key_styles = KeyStyles(cells if self._cells else self.entries)

    def anchor(self, driver: Driver) -> InsertionPoint | None:
        """Return the entry of the nearest driver declared before *driver*, else after it."""
        if not self._indexes:
            return None
        before = bisect(self._indexes, driver.index)
        index = self._indexes[max(before - 1, 0)]
        return InsertionPoint(self.feature.drivers[index], self._cells[index], before > 0)

    def edit(self, anchor: InsertionPoint | None, texts: Sequence[str]) -> Edit | None:
        """Return the edit that inserts lines at *anchor*; None if its line is broken."""
        document = self.feature.section.document
        if anchor is None:
            ends = [entry.value_spans[-1].line for entry in self.entries[-1:]]
            line = (*ends, self.feature.section.line)[0]
            return document.source.insert_below(line, texts)
        if not document.is_unmodified(self.entries[anchor.at].line):
            return None
        own = find_block(anchor.at, self.feature.note_key(anchor.driver), self.entries)
        if anchor.is_after:
            return document.source.insert_below(own.last, texts)
        return document.source.insert_above(own.first, texts)

    def _find_spellings(self, dialect: Dialect) -> Iterator[tuple[int, KeySpelling]]:
        for index, at in self._cells.items():
            driver, entry = self.feature.drivers[index], self.entries[at]
            for prefix in dialect.entry_prefixes:
                if entry.key == prefix + driver.name:
                    written, length = entry.written_key, len(prefix)
                    yield at, KeySpelling(entry, driver, written[:length], written[length:])


class EntryInserter:
    """
    Inserts new entries into the features of a matrix, as a person would.

    *level* is the level word for unknown support. It is None if the dialect has none, or if a
    condition refers to it, so that the new entries would decide the condition.
    """

    __slots__ = ("_dialect", "_entries", "_features", "_usual", "level")

    def __init__(self, matrix: Matrix, dialect: Dialect) -> None:
        words = matrix.find_levels(Support.UNKNOWN)
        is_used = any(each.level in words for each in matrix.conditions)
        self.level = None if is_used else (*words, None)[0]
        self._dialect = dialect
        self._features = matrix.features
        self._entries: dict[int, FeatureEntries] = {}
        self._usual: KeySpelling | None = None

    def edits(self, feature: Feature, drivers: Sequence[Driver]) -> list[Edit | None]:
        """Return the edits that add entries for *drivers*; None if impossible."""
        if self.level is None or feature.name is None:
            return [None]
        entries = self._get_entries(feature)
        groups: dict[InsertionPoint | None, list[str]] = {}
        for driver in drivers:
            anchor = entries.anchor(driver)
            key = self._get_spelling(entries, anchor).key(driver, feature, self._dialect)
            if not self._is_free(key, feature):
                return [None]
            line = self._format_line(entries, anchor, key, self.level)
            groups.setdefault(anchor, []).append(line)
        return [entries.edit(anchor, texts) for anchor, texts in groups.items()]

    def line(self, feature: Feature, driver: Driver, level: str) -> str:
        """Return the line for an entry of *driver* at *level* in *feature*."""
        entries = self._get_entries(feature)
        anchor = entries.anchor(driver)
        key = self._get_spelling(entries, anchor).key(driver, feature, self._dialect)
        return self._format_line(entries, anchor, key, level)

    def _get_entries(self, feature: Feature) -> FeatureEntries:
        # Cached: each driver without any entry needs those of all features.
        if id(feature) not in self._entries:
            self._entries[id(feature)] = FeatureEntries(feature, self._dialect)
        return self._entries[id(feature)]

    def _is_free(self, key: str, feature: Feature) -> bool:
        section = feature.section
        # In a section that declares drivers in another dialect, the key would declare one.
        is_declaration = any(
            each.declares(section.name or "")
            for each in section.document.dialects
            if each.declaring_keys and key.startswith(each.declaring_keys)
        )
        name = key.lower()
        is_taken = name in self._dialect.fields or name in section.values
        return is_key(key) and not is_taken and not is_declaration

    def _get_spelling(self, entries: FeatureEntries, anchor: InsertionPoint | None) -> KeySpelling:
        """Return the spelling at *anchor*, else the first of the feature, or of the file."""
        if anchor and anchor.at in entries.spellings:
            return entries.spellings[anchor.at]
        return next(iter(entries.spellings.values()), None) or self._get_usual_spelling()

    def _get_usual_spelling(self) -> KeySpelling:
        if self._usual is None:
            prefix = (*self._dialect.entry_prefixes, "")[0]
            spellings = (
                each
                for other in self._features
                for each in self._get_entries(other).spellings.values()
            )
            self._usual = next(spellings, KeySpelling(None, None, prefix, ""))
        return self._usual

    def _format_line(
        self, entries: FeatureEntries, anchor: InsertionPoint | None, key: str, level: str
    ) -> str:
        if anchor:
            model: Entry | None = entries.entries[anchor.at]
        else:
            model = (*entries.entries[-1:], self._get_usual_spelling().entry)[0]
        return entries.key_styles.line(key, level, model)
