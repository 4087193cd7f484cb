"""The keys of features that are no field, entry or note by rights: what they are meant as."""

from collections.abc import Iterator
from typing import NamedTuple

from matrixlint.model.builder.features import UnknownKeys
from matrixlint.model.builder.known_keys import KeyPrefix, KnownKeys
from matrixlint.model.builder.misplaced_delimiter import (
    MisplacedDelimiter,
    find_misplaced_delimiter,
    find_swapped_delimiter,
)
from matrixlint.model.feature import Feature
from matrixlint.model.matrix import Matrix, OtherDialectItems, UnknownField
from matrixlint.syntax.document import Entry, Section
from matrixlint.text.invisible import strip_invisible
from matrixlint.text.similarity import MAX_DISTANCE, closest_match


class EntryLocation(NamedTuple):
    """Where a name stands that no driver is declared by."""

    feature: Feature
    entry: Entry


class UndeclaredNames(NamedTuple):
    """
    The names that no driver is declared by, each with its entries, and with its notes.

    *other_dialect_items* are the entries in another dialect, which are told as such.
    """

    entries: dict[str, list[EntryLocation]]
    notes: dict[str, list[EntryLocation]]
    other_dialect_items: dict[str, list[EntryLocation]]


def resolve_unknown_keys(
    unknown_keys: list[UnknownKeys], matrix: Matrix, vocabulary: KnownKeys
) -> UndeclaredNames:
    """Read what is plainly meant; record what is wrong; return the names of no driver."""
    undeclared = UndeclaredNames({}, {}, {})
    other_dialect_items: dict[str, list[Entry | Section]] = {}
    for unknown in unknown_keys:
        for key in unknown.keys:
            entry = unknown.feature.section.entry(key)
            prefixed = _prefix(strip_invisible(key), vocabulary)
            if prefixed in vocabulary.other_dialect_items:
                other_dialect_items.setdefault(prefixed.dialect.name, []).append(entry)
                _resolve_other_dialect(
                    EntryLocation(unknown.feature, entry), prefixed, vocabulary, undeclared
                )
            elif not _read_plain(unknown.feature, entry, vocabulary):
                _resolve_unknown_key(
                    unknown.feature, entry, prefixed, Resolution(matrix, vocabulary, undeclared)
                )
    for name, entries in other_dialect_items.items():
        _add_other_dialect_item(name, entries, matrix)
    return undeclared


class Resolution(NamedTuple):
    """What the reading of one odd key needs and fills in."""

    matrix: Matrix
    vocabulary: KnownKeys
    undeclared: UndeclaredNames


def _prefix(key: str, vocabulary: KnownKeys) -> KeyPrefix | None:
    for prefixed in (*vocabulary.own, *vocabulary.other_dialect_items):
        if key.startswith(prefixed.prefix):
            return prefixed
    return None


def _read_plain(feature: Feature, entry: Entry, vocabulary: KnownKeys) -> bool:
    """Read a key that is right but for invisible characters; say whether it was one."""
    key = strip_invisible(entry.key)
    if key not in vocabulary.keys:
        return False
    _adopt(feature, entry.key, key, vocabulary)
    return True


def _adopt(feature: Feature, key: str, suggestion: str, vocabulary: KnownKeys) -> None:
    if suggestion in vocabulary.cells:
        feature.read_cell(vocabulary.cells[suggestion], key)
    elif suggestion in vocabulary.notes:
        feature.read_note(vocabulary.notes[suggestion], key)
    elif suggestion not in feature.section.values:
        feature.section.alias(key, suggestion)


def _resolve_other_dialect(
    place: EntryLocation, prefixed: KeyPrefix, vocabulary: KnownKeys, undeclared: UndeclaredNames
) -> None:
    feature, entry = place
    name = strip_invisible(entry.key).removeprefix(prefixed.prefix)
    driver = vocabulary.names.get(name)
    if driver and prefixed.is_note:
        feature.read_note(driver, entry.key)
    elif driver:
        feature.read_cell(driver, entry.key)
    elif not prefixed.is_note:
        undeclared.other_dialect_items.setdefault(name, []).append(place)


def _add_other_dialect_item(name: str, entries: list[Entry | Section], matrix: Matrix) -> None:
    for index, other_dialect_items in enumerate(matrix.other_dialect_items):
        if other_dialect_items.dialect.name == name:
            matrix.other_dialect_items[index] = other_dialect_items._replace(
                places=(*other_dialect_items.places, *entries)
            )
            return
    dialect = next(each for each in matrix.document.dialects if each.name == name)
    matrix.other_dialect_items.append(OtherDialectItems(dialect, tuple(entries)))


def _resolve_unknown_key(
    feature: Feature, entry: Entry, prefixed: KeyPrefix | None, reading: Resolution
) -> None:
    key = strip_invisible(entry.key)
    section, vocabulary = feature.section, reading.vocabulary
    moved = find_misplaced_delimiter(entry, section, vocabulary.keys) or find_swapped_delimiter(
        entry, section, vocabulary
    )
    suggestion, delimiter = moved or MisplacedDelimiter(_find_suggestion(key, feature, vocabulary))
    if prefixed and not moved and (prefixed.is_note or suggestion not in vocabulary.notes):
        known = reading.undeclared.notes if prefixed.is_note else reading.undeclared.entries
        name = key.removeprefix(prefixed.prefix)
        known.setdefault(name, []).append(EntryLocation(feature, entry))
    elif _is_cell(entry, vocabulary) and not suggestion:
        reading.undeclared.entries.setdefault(key, []).append(EntryLocation(feature, entry))
    else:
        # The renderer takes whatever has an entry's prefix for an entry, and fails.
        is_entry = prefixed is not None and not prefixed.is_note
        is_needed = suggestion == "title" or suggestion in vocabulary.cells or is_entry
        reading.matrix.unknown_fields.append(UnknownField(entry, suggestion, is_needed, delimiter))
        if suggestion:
            _adopt(feature, entry.key, suggestion, vocabulary)


def _is_cell(entry: Entry, vocabulary: KnownKeys) -> bool:
    """Say whether a bare key is an entry in this dialect: its value is a level."""
    if "" not in vocabulary.dialect.entry_prefixes:
        return False
    return strip_invisible(entry.value).partition(":")[0].strip() in vocabulary.dialect.levels


def _find_suggestion(key: str, feature: Feature, vocabulary: KnownKeys) -> str | None:
    """Return the absent key that *key* was probably meant to be."""
    values = feature.section.values
    field = vocabulary.fields.closest_match(key, lambda name: name not in values)
    if field:
        return field
    for suggestion in _with_prefix(key, vocabulary):
        driver = vocabulary.cells.get(suggestion)
        if driver and feature.levels[driver.index] is None:
            return suggestion
        driver = vocabulary.notes.get(suggestion)
        if driver and feature.note(driver) is None:
            return suggestion
    return None


def _with_prefix(key: str, vocabulary: KnownKeys) -> Iterator[str]:
    """Yield what *key* may be with the prefix that stands for its beginning."""
    prefixes = tuple(each.prefix for each in vocabulary.own)
    # Half-moved files have both.
    other_dialect_items = {each.prefix for each in vocabulary.other_dialect_items}
    longest = max(map(len, (*prefixes, *other_dialect_items))) + MAX_DISTANCE
    yield from (each.prefix + key for each in vocabulary.own if not each.is_note)
    for start in range(1, min(len(key), longest + 1)):
        name, written = key[start:], key[:start]
        driver = vocabulary.names.get(name)
        if driver and (prefix := closest_match(written, prefixes)):
            yield prefix + name
        elif driver and closest_match(written, other_dialect_items):
            yield driver.cell_key
        # The prefix's last sign and the name's first may have changed places.
        swapped = key[: start - 1] + key[start] + key[start - 1] + key[start + 1 :]
        if swapped.startswith(prefixes):
            yield swapped
