"""Resolves unknown keys of features to fields, entries and notes."""

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
from matrixlint.model.matrix import Matrix
from matrixlint.model.problems import OtherDialectItems, UnknownField
from matrixlint.syntax.document import Entry, Section
from matrixlint.text.invisible import strip_invisible
from matrixlint.text.similarity import MAX_DISTANCE, closest_match


class EntryLocation(NamedTuple):
    """An entry or note of an undeclared name, and its feature."""

    feature: Feature
    entry: Entry


class UndeclaredNames(NamedTuple):
    """
    The undeclared names, each with its entries, and with its notes.

    *other_dialect_entries* are the entries in another dialect, which are reported as such.
    """

    entries: dict[str, list[EntryLocation]]
    notes: dict[str, list[EntryLocation]]
    other_dialect_entries: dict[str, list[EntryLocation]]


def resolve_unknown_keys(
    unknown_keys: list[UnknownKeys], matrix: Matrix, known_keys: KnownKeys
) -> UndeclaredNames:
    """Resolve unknown keys, record problems, and return undeclared names."""
    undeclared = UndeclaredNames({}, {}, {})
    other_dialect_entries: dict[str, list[Entry | Section]] = {}
    for unknown in unknown_keys:
        for key in unknown.keys:
            entry = unknown.feature.section.entry(key)
            prefix = _find_prefix(strip_invisible(key), known_keys)
            if prefix in known_keys.other_prefixes:
                other_dialect_entries.setdefault(prefix.dialect.name, []).append(entry)
                _resolve_other_dialect(
                    EntryLocation(unknown.feature, entry), prefix, known_keys, undeclared
                )
            elif not _resolve_invisible(unknown.feature, entry, known_keys):
                _resolve_unknown_key(
                    unknown.feature, entry, prefix, Resolution(matrix, known_keys, undeclared)
                )
    for name, entries in other_dialect_entries.items():
        _add_other_dialect_items(name, entries, matrix)
    return undeclared


class Resolution(NamedTuple):
    """The inputs and outputs of the resolution of one unknown key."""

    matrix: Matrix
    known_keys: KnownKeys
    undeclared: UndeclaredNames


def _find_prefix(key: str, known_keys: KnownKeys) -> KeyPrefix | None:
    for prefix in (*known_keys.own_prefixes, *known_keys.other_prefixes):
        if key.startswith(prefix.prefix):
            return prefix
    return None


def _resolve_invisible(feature: Feature, entry: Entry, known_keys: KnownKeys) -> bool:
    """Resolve a key with invisible characters; return whether it is known."""
    key = strip_invisible(entry.key)
    if key not in known_keys.keys:
        return False
    _apply_suggestion(feature, entry.key, key, known_keys)
    return True


def _apply_suggestion(feature: Feature, key: str, suggestion: str, known_keys: KnownKeys) -> None:
    if suggestion in known_keys.cells:
        feature.read_cell(known_keys.cells[suggestion], key)
    elif suggestion in known_keys.notes:
        feature.read_note(known_keys.notes[suggestion], key)
    elif suggestion not in feature.section.values:
        feature.section.alias(key, suggestion)


def _resolve_other_dialect(
    place: EntryLocation, prefix: KeyPrefix, known_keys: KnownKeys, undeclared: UndeclaredNames
) -> None:
    feature, entry = place
    name = strip_invisible(entry.key).removeprefix(prefix.prefix)
    driver = known_keys.names.get(name)
    if driver and prefix.is_note:
        feature.read_note(driver, entry.key)
    elif driver:
        feature.read_cell(driver, entry.key)
    elif not prefix.is_note:
        undeclared.other_dialect_entries.setdefault(name, []).append(place)


def _add_other_dialect_items(name: str, entries: list[Entry | Section], matrix: Matrix) -> None:
    for index, items in enumerate(matrix.other_dialect_items):
        if items.dialect.name == name:
            places = (*items.places, *entries)
            matrix.other_dialect_items[index] = items._replace(places=places)
            return
    dialect = next(each for each in matrix.document.dialects if each.name == name)
    matrix.other_dialect_items.append(OtherDialectItems(dialect, tuple(entries)))


def _resolve_unknown_key(
    feature: Feature, entry: Entry, prefix: KeyPrefix | None, resolution: Resolution
) -> None:
    key = strip_invisible(entry.key)
    section, known_keys = feature.section, resolution.known_keys
    undeclared = resolution.undeclared
    misplaced = find_misplaced_delimiter(entry, section, known_keys.keys) or find_swapped_delimiter(
        entry, section, known_keys
    )
    suggestion, delimiter = misplaced or MisplacedDelimiter(
        _find_suggestion(key, feature, known_keys)
    )
    if prefix and not misplaced and (prefix.is_note or suggestion not in known_keys.notes):
        names = undeclared.notes if prefix.is_note else undeclared.entries
        name = key.removeprefix(prefix.prefix)
        names.setdefault(name, []).append(EntryLocation(feature, entry))
    elif _is_entry(entry, known_keys) and not suggestion:
        undeclared.entries.setdefault(key, []).append(EntryLocation(feature, entry))
    else:
        # The renderer reads every key with an entry's prefix as an entry, and fails.
        is_entry = prefix is not None and not prefix.is_note
        is_needed = suggestion == "title" or suggestion in known_keys.cells or is_entry
        unknown = UnknownField(entry, suggestion, is_needed, delimiter)
        resolution.matrix.unknown_fields.append(unknown)
        if suggestion:
            _apply_suggestion(feature, entry.key, suggestion, known_keys)


def _is_entry(entry: Entry, known_keys: KnownKeys) -> bool:
    """Return whether a key without prefix is an entry, by its value."""
    if "" not in known_keys.dialect.entry_prefixes:
        return False
    return strip_invisible(entry.value).partition(":")[0].strip() in known_keys.dialect.levels


def _find_suggestion(key: str, feature: Feature, known_keys: KnownKeys) -> str | None:
    """Return the suggestion for *key*, a key missing in *feature*, or None."""
    values = feature.section.values
    field = known_keys.fields.closest_match(key, lambda name: name not in values)
    if field:
        return field
    for suggestion in _find_prefixed_keys(key, known_keys):
        driver = known_keys.cells.get(suggestion)
        if driver and feature.levels[driver.index] is None:
            return suggestion
        driver = known_keys.notes.get(suggestion)
        if driver and feature.note(driver) is None:
            return suggestion
    return None


def _find_prefixed_keys(key: str, known_keys: KnownKeys) -> Iterator[str]:
    """Yield candidates for *key* with a prefix added or corrected."""
    prefixes = tuple(each.prefix for each in known_keys.own_prefixes)
    # A partly migrated file has prefixes of both dialects.
    other_prefixes = {each.prefix for each in known_keys.other_prefixes}
    longest = max(map(len, (*prefixes, *other_prefixes))) + MAX_DISTANCE
    yield from (each.prefix + key for each in known_keys.own_prefixes if not each.is_note)
    for start in range(1, min(len(key), longest + 1)):
        name, written = key[start:], key[:start]
        driver = known_keys.names.get(name)
        if driver and (prefix := closest_match(written, prefixes)):
            yield prefix + name
        elif driver and closest_match(written, other_prefixes):
            yield driver.cell_key
        # The last character of the prefix and the first of the name may be swapped.
        swapped = key[: start - 1] + key[start] + key[start - 1] + key[start + 1 :]
        if swapped.startswith(prefixes):
            yield swapped
