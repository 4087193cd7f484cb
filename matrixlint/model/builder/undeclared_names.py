"""Resolves the undeclared names in entries and notes to similar drivers."""

from collections.abc import Callable, Iterator
from functools import cached_property

from matrixlint.model.builder.unknown_keys import EntryLocation, UndeclaredNames
from matrixlint.model.feature import Driver, Feature
from matrixlint.model.matrix import Matrix
from matrixlint.model.problems import ResolvedEntry, UndeclaredName
from matrixlint.text.invisible import strip_invisible
from matrixlint.text.similarity import NameIndex

_SEPARATORS = "-_."
# Each undeclared name is compared with the drivers: with more names, there are no suggestions.
_MAX_NAMES = 200


class _DeclaredDrivers:
    """The declared drivers, with lookups of similar names."""

    def __init__(self, drivers: tuple[Driver, ...]) -> None:
        self.drivers = {driver.name: driver for driver in drivers}
        self._parts: dict[str, list[Driver]] = {}

    @cached_property
    def names(self) -> NameIndex:
        """The names, as an index for suggestions."""
        return NameIndex(self.drivers)

    def parts(self, name: str) -> list[Driver]:
        """Return the drivers whose names begin or end with *name* at a separator."""
        if name not in self._parts:
            drivers = self.drivers.values()
            self._parts[name] = [each for each in drivers if _is_part(name, each.name)]
        return self._parts[name]


def resolve_undeclared_names(undeclared: UndeclaredNames, matrix: Matrix) -> None:
    """Resolve undeclared entries and notes to similar drivers; record all."""
    _find_spellings(undeclared.entries, matrix)
    by_spelling = {driver.spelling: driver for driver in matrix.drivers if driver.spelling}
    known = _DeclaredDrivers(matrix.drivers)
    is_large = len(undeclared.entries) > _MAX_NAMES
    for name, places in undeclared.entries.items():
        driver = by_spelling.get(name)
        entries = [
            ResolvedEntry(place.entry) if is_large else _resolve_entry(name, place, known, driver)
            for place in places
        ]
        # Entries of the same name come first: they determine the driver of the notes.
        notes = [
            _resolve_note_of_entry(name, place, driver) for place in undeclared.notes.pop(name, ())
        ]
        undeclared_name = UndeclaredName(name, tuple(entries), tuple(notes))
        if driver:
            # The entries do not use the declared name: MX107 reports that.
            driver.is_used = False
            matrix.misspelled_drivers[driver.index] = undeclared_name
        else:
            matrix.undeclared_entries.append(undeclared_name)
    matrix.undeclared_notes += _resolve_notes(undeclared.notes, known)
    if len(undeclared.other_dialect_entries) <= _MAX_NAMES:
        matrix.undeclared_entries += _find_misspelt(undeclared.other_dialect_entries, known)
    if matrix.drivers_incomplete:
        # Then it is unknown which names are undeclared.
        matrix.undeclared_entries.clear()
        matrix.undeclared_notes.clear()


def _resolve_notes(
    notes: dict[str, list[EntryLocation]], known: _DeclaredDrivers
) -> Iterator[UndeclaredName]:
    drivers = None if len(notes) > _MAX_NAMES else known
    for name, places in notes.items():
        yield UndeclaredName(name, tuple(_resolve_note(name, at, drivers) for at in places))


def _find_misspelt(
    entries: dict[str, list[EntryLocation]], known: _DeclaredDrivers
) -> Iterator[UndeclaredName]:
    """Yield the names of *entries* that are similar to a driver's name."""
    for name, places in entries.items():
        resolved = [_resolve_entry(name, place, known) for place in places]
        misspelt = tuple(each for each in resolved if each.driver)
        if misspelt:
            yield UndeclaredName(name, misspelt)


def _find_spellings(entries: dict[str, list[EntryLocation]], matrix: Matrix) -> None:
    """Find the similar names that entries use instead of those of unused drivers."""
    unused = [driver for driver in matrix.drivers if not driver.is_used]
    if len(unused) > _MAX_NAMES or len(entries) > _MAX_NAMES:
        return
    free, names = set(entries), NameIndex(entries)
    for driver in unused:
        spelling = names.closest_match(driver.name, free.__contains__)
        if spelling:
            driver.spelling = spelling
            free.remove(spelling)


def _resolve_entry(
    name: str, place: EntryLocation, known: _DeclaredDrivers, driver: Driver | None = None
) -> ResolvedEntry:
    """Resolve an undeclared entry to *driver*, else to a similar one."""
    feature, entry = place

    def is_absent(name: str) -> bool:
        return feature.levels[known.drivers[name].index] is None

    declared = driver.name if driver else known.names.closest_match(name, is_absent)
    if declared is None or not is_absent(declared):
        return ResolvedEntry(entry)
    suggestion = known.drivers[declared]
    feature.read_cell(suggestion, entry.key)
    return ResolvedEntry(
        entry, suggestion, strip_invisible(entry.key).removesuffix(name) + suggestion.name
    )


def _resolve_note(name: str, place: EntryLocation, known: _DeclaredDrivers | None) -> ResolvedEntry:
    """Resolve an undeclared note to a similar driver among *known*."""
    feature, entry = place
    if known is None:
        return ResolvedEntry(entry)

    def has_no_note(driver: Driver) -> bool:
        return feature.note(driver) is None

    def has_entry_only(driver: Driver) -> bool:
        return has_no_note(driver) and feature.levels[driver.index] is not None

    for is_free in (has_entry_only, has_no_note):
        suggestion = _find_closest_note(name, known, is_free)
        if suggestion:
            feature.read_note(suggestion, entry.key)
            return ResolvedEntry(entry, suggestion, suggestion.note_key)
    return ResolvedEntry(entry)


def _find_closest_note(
    name: str, known: _DeclaredDrivers, is_free: Callable[[Driver], bool]
) -> Driver | None:
    suggestion = known.names.closest_match(name, lambda each: is_free(known.drivers[each]))
    if suggestion:
        return known.drivers[suggestion]
    free = list(filter(is_free, known.parts(name)))
    return free[0] if len(free) == 1 else None


def _is_part(name: str, known: str) -> bool:
    """Return whether *known* begins or ends with *name* at a separator."""
    begins = known.startswith(tuple(name + each for each in _SEPARATORS))
    return bool(name) and (begins or known.endswith(tuple(each + name for each in _SEPARATORS)))


def _resolve_note_of_entry(name: str, place: EntryLocation, driver: Driver | None) -> ResolvedEntry:
    """Resolve a note to *driver*, else to the driver of the entry *name*."""
    feature, entry = place
    suggestion = driver or _find_driver_of_entry(name, feature)
    if suggestion is None or feature.note(suggestion) is not None:
        return ResolvedEntry(entry)
    feature.read_note(suggestion, entry.key)
    return ResolvedEntry(entry, suggestion, suggestion.note_key)


def _find_driver_of_entry(name: str, feature: Feature) -> Driver | None:
    """Return the driver that the entry *name* in *feature* resolves to."""
    dialect = feature.section.document.dialect
    keys = {prefix + name for prefix in dialect.entry_prefixes} if dialect else set()
    for index, key in feature.cell_keys.items():
        if key in keys:
            return feature.drivers[index]
    return None
