"""The places of new entries in a feature, and the keys that they have there."""

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
    """How the key of a driver's entry is written: the letters of its prefix, and of its name."""

    entry: Entry | None
    driver: Driver | None
    prefix: str
    name: str

    def key(self, driver: Driver, feature: Feature, dialect: Dialect) -> str:
        """Return the key of an entry of *driver* in *feature* that is spelt in this way."""
        prefix = self.prefix
        if not prefix and dialect.noted_prefix and feature.note(driver):
            # A note is not shown beside a bare entry.
            prefix = dialect.noted_prefix
        if self.driver and self.name == self.driver.written:
            return prefix + driver.written
        return prefix + (driver.name.upper() if self.name.isupper() else driver.name)


class InsertionPoint(NamedTuple):
    """The entry that new ones go behind or above: its driver, its place among the entries."""

    driver: Driver
    at: int
    is_behind: bool


class FeatureEntries:
    """
    The entries of a feature that stand in its own section, and the room for more.

    *misspelled_drivers* are those of the entries whose keys are their drivers' by rights, by their
    places among all *entries*; *manners* those of what a new entry has beside it.
    """

    __slots__ = ("_cells", "_indexes", "entries", "feature", "manners", "misspelled_drivers")

    def __init__(self, feature: Feature, dialect: Dialect) -> None:
        self.feature = feature
        self.entries = feature.section.own_entries()
        places = {entry.key: at for at, entry in enumerate(self.entries)}
        keys = {driver.index: feature.cell_key(driver) for driver in feature.drivers}
        self._cells = {index: places[key] for index, key in keys.items() if key in places}
        self._indexes = list(self._cells)
        self.misspelled_drivers = dict(self._spellings(dialect))
        beside = [self.entries[at] for at in self.misspelled_drivers]
        self.manners = KeyStyles(beside if self._cells else self.entries)

    def anchor(self, driver: Driver) -> InsertionPoint | None:
        """Return the entry of the nearest driver declared before *driver*, else behind it."""
        if not self._indexes:
            return None
        before = bisect(self._indexes, driver.index)
        index = self._indexes[max(before - 1, 0)]
        return InsertionPoint(self.feature.drivers[index], self._cells[index], before > 0)

    def edit(self, anchor: InsertionPoint | None, texts: Sequence[str]) -> Edit | None:
        """Return the edit that puts lines there; None where it is not read as it stands."""
        document = self.feature.section.document
        if anchor is None:
            ends = [entry.value_spans[-1].line for entry in self.entries[-1:]]
            line = (*ends, self.feature.section.line)[0]
            return document.source.insert_below(line, texts)
        if not document.is_unmodified(self.entries[anchor.at].line):
            return None
        own = find_block(anchor.at, self.feature.note_key(anchor.driver), self.entries)
        if anchor.is_behind:
            return document.source.insert_below(own.last, texts)
        return document.source.insert_above(own.first, texts)

    def _spellings(self, dialect: Dialect) -> Iterator[tuple[int, KeySpelling]]:
        for index, at in self._cells.items():
            driver, entry = self.feature.drivers[index], self.entries[at]
            for prefix in dialect.entry_prefixes:
                if entry.key == prefix + driver.name:
                    written, length = entry.written_key, len(prefix)
                    yield at, KeySpelling(entry, driver, written[:length], written[length:])


class EntryInserter:
    """
    Where new entries of a matrix go: where a person would put them.

    *level* is the word for what nobody knows, None where the dialect has none, or where it
    would decide a condition.
    """

    __slots__ = ("_dialect", "_features", "_rows", "_usual", "level")

    def __init__(self, matrix: Matrix, dialect: Dialect) -> None:
        words = matrix.meaning(Support.UNKNOWN)
        asked = any(each.level in words for each in matrix.conditions)
        self.level = None if asked else (*words, None)[0]
        self._dialect = dialect
        self._features = matrix.features
        self._rows: dict[int, FeatureEntries] = {}
        self._usual: KeySpelling | None = None

    def edits(self, feature: Feature, drivers: Sequence[Driver]) -> list[Edit | None]:
        """Return the edits that give *feature* entries for *drivers*; None for what fails."""
        if self.level is None or feature.name is None:
            return [None]
        row = self._row(feature)
        groups: dict[InsertionPoint | None, list[str]] = {}
        for driver in drivers:
            anchor = row.anchor(driver)
            key = self._spelling(row, anchor).key(driver, feature, self._dialect)
            if not self._is_free(key, feature):
                return [None]
            groups.setdefault(anchor, []).append(self._line(row, anchor, key, self.level))
        return [row.edit(anchor, texts) for anchor, texts in groups.items()]

    def line(self, feature: Feature, driver: Driver, level: str) -> str:
        """Return the line of an entry of *driver* at *level*, as it would stand in *feature*."""
        row = self._row(feature)
        anchor = row.anchor(driver)
        key = self._spelling(row, anchor).key(driver, feature, self._dialect)
        return self._line(row, anchor, key, level)

    def _row(self, feature: Feature) -> FeatureEntries:
        # Every driver that no feature has an entry for asks for all of them.
        if id(feature) not in self._rows:
            self._rows[id(feature)] = FeatureEntries(feature, self._dialect)
        return self._rows[id(feature)]

    def _is_free(self, key: str, feature: Feature) -> bool:
        section = feature.section
        # In a section by the name of another dialect's declarations it would declare a driver.
        is_declaration = any(
            each.declares(section.name or "")
            for each in section.document.dialects
            if each.declaring_keys and key.startswith(each.declaring_keys)
        )
        name = key.lower()
        is_taken = name in self._dialect.fields or name in section.values
        return is_key(key) and not is_taken and not is_declaration

    def _spelling(self, row: FeatureEntries, anchor: InsertionPoint | None) -> KeySpelling:
        """Return how the key at *anchor* is spelt, else others of the feature, or of the file."""
        if anchor and anchor.at in row.misspelled_drivers:
            return row.misspelled_drivers[anchor.at]
        return next(iter(row.misspelled_drivers.values()), None) or self._usual_spelling()

    def _usual_spelling(self) -> KeySpelling:
        if self._usual is None:
            prefix = (*self._dialect.entry_prefixes, "")[0]
            found = (
                each
                for other in self._features
                for each in self._row(other).misspelled_drivers.values()
            )
            self._usual = next(found, KeySpelling(None, None, prefix, ""))
        return self._usual

    def _line(
        self, row: FeatureEntries, anchor: InsertionPoint | None, key: str, level: str
    ) -> str:
        if anchor:
            return row.manners.line(key, level, row.entries[anchor.at])
        return row.manners.line(key, level, (*row.entries[-1:], self._usual_spelling().entry)[0])
