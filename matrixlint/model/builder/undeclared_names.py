"""The names that no driver is declared by: which driver each was probably meant to be."""

from collections.abc import Callable, Iterator
from functools import cached_property

from matrixlint.model.builder.unknown_keys import EntryLocation, UndeclaredNames
from matrixlint.model.feature import Driver, Feature
from matrixlint.model.matrix import Matrix, ResolvedEntry, UndeclaredName
from matrixlint.text.invisible import strip_invisible
from matrixlint.text.similarity import NameIndex

_SEPARATORS = "-_."
# Every stray name is held against the drivers: in a crowd of them none is near.
_MOST = 200


class _Known:
    """The declared *drivers*, and which of them are near to a stray name."""

    def __init__(self, drivers: tuple[Driver, ...]) -> None:
        self.drivers = {driver.name: driver for driver in drivers}
        self._parts: dict[str, list[Driver]] = {}

    @cached_property
    def names(self) -> NameIndex:
        """Their names."""
        return NameIndex(self.drivers)

    def parts(self, name: str) -> list[Driver]:
        """Return the drivers whose names begin or end with *name* at a separator."""
        if name not in self._parts:
            drivers = self.drivers.values()
            self._parts[name] = [each for each in drivers if _is_part(name, each.name)]
        return self._parts[name]


def resolve_undeclared_names(undeclared: UndeclaredNames, matrix: Matrix) -> None:
    """Read stray entries and notes as the drivers that are near; record all that are left."""
    _find_spellings(undeclared.entries, matrix)
    by_spelling = {driver.spelling: driver for driver in matrix.drivers if driver.spelling}
    known = _Known(matrix.drivers)
    is_large = len(undeclared.entries) > _MOST
    for name, places in undeclared.entries.items():
        driver = by_spelling.get(name)
        read = [
            ResolvedEntry(place.entry) if is_large else _read_cell(name, place, known, driver)
            for place in places
        ]
        # Entries of the same name come first: they say whose the notes are.
        notes = [
            _resolve_given_note(name, place, driver) for place in undeclared.notes.pop(name, ())
        ]
        found = UndeclaredName(name, tuple(read), tuple(notes))
        if driver:
            # What the entries use is not what is declared: MX107 is to tell it.
            driver.is_used = False
            matrix.misspelled_drivers[driver.index] = found
        else:
            matrix.undeclared_entries.append(found)
    matrix.undeclared_notes += _resolve_notes(undeclared.notes, known)
    if len(undeclared.other_dialect_items) <= _MOST:
        matrix.undeclared_entries += _misspelt(undeclared.other_dialect_items, known)
    if matrix.drivers_incomplete:
        # Which names are undeclared is then not known.
        matrix.undeclared_entries.clear()
        matrix.undeclared_notes.clear()


def _resolve_notes(
    notes: dict[str, list[EntryLocation]], known: _Known
) -> Iterator[UndeclaredName]:
    own = None if len(notes) > _MOST else known
    for name, places in notes.items():
        yield UndeclaredName(name, tuple(_read_note(name, at, own) for at in places))


def _misspelt(
    other_dialect_items: dict[str, list[EntryLocation]], known: _Known
) -> Iterator[UndeclaredName]:
    """Yield the names of entries in another dialect that are near to a driver's own."""
    for name, places in other_dialect_items.items():
        read = [_read_cell(name, place, known) for place in places]
        found = tuple(each for each in read if each.driver)
        if found:
            yield UndeclaredName(name, found)


def _find_spellings(entries: dict[str, list[EntryLocation]], matrix: Matrix) -> None:
    """Let a declared driver that nothing uses be the near name that entries use instead."""
    unused = [driver for driver in matrix.drivers if not driver.is_used]
    if len(unused) > _MOST or len(entries) > _MOST:
        return
    free, names = set(entries), NameIndex(entries)
    for driver in unused:
        spelling = names.closest_match(driver.name, free.__contains__)
        if spelling:
            driver.spelling = spelling
            free.remove(spelling)


def _read_cell(
    name: str, place: EntryLocation, known: _Known, driver: Driver | None = None
) -> ResolvedEntry:
    """Read a stray entry as that of *driver*, else of the driver whose name is near."""
    feature, entry = place

    def is_absent(name: str) -> bool:
        return feature.levels[known.drivers[name].index] is None

    wanted = driver.name if driver else known.names.closest_match(name, is_absent)
    if wanted is None or not is_absent(wanted):
        return ResolvedEntry(entry)
    suggestion = known.drivers[wanted]
    feature.read_cell(suggestion, entry.key)
    return ResolvedEntry(
        entry, suggestion, strip_invisible(entry.key).removesuffix(name) + suggestion.name
    )


def _read_note(name: str, place: EntryLocation, known: _Known | None) -> ResolvedEntry:
    """Read a stray note as that of the driver whose name is near, if any are *known*."""
    feature, entry = place
    if known is None:
        return ResolvedEntry(entry)

    def is_without(driver: Driver) -> bool:
        return feature.note(driver) is None

    def is_read(driver: Driver) -> bool:
        return is_without(driver) and feature.levels[driver.index] is not None

    for is_free in (is_read, is_without):
        suggestion = _find_closest_note(name, known, is_free)
        if suggestion:
            feature.read_note(suggestion, entry.key)
            return ResolvedEntry(entry, suggestion, suggestion.note_key)
    return ResolvedEntry(entry)


def _find_closest_note(
    name: str, known: _Known, is_free: Callable[[Driver], bool]
) -> Driver | None:
    suggestion = known.names.closest_match(name, lambda each: is_free(known.drivers[each]))
    if suggestion:
        return known.drivers[suggestion]
    found = list(filter(is_free, known.parts(name)))
    return found[0] if len(found) == 1 else None


def _is_part(name: str, known: str) -> bool:
    """Say whether *known* begins or ends with *name* at a separator."""
    begins = known.startswith(tuple(name + each for each in _SEPARATORS))
    return bool(name) and (begins or known.endswith(tuple(each + name for each in _SEPARATORS)))


def _resolve_given_note(name: str, place: EntryLocation, driver: Driver | None) -> ResolvedEntry:
    feature, entry = place
    suggestion = driver or _reader_of(name, feature)
    if suggestion is None or feature.note(suggestion) is not None:
        return ResolvedEntry(entry)
    feature.read_note(suggestion, entry.key)
    return ResolvedEntry(entry, suggestion, suggestion.note_key)


def _reader_of(name: str, feature: Feature) -> Driver | None:
    """Return the driver whose cell in *feature* is an entry of that other name."""
    dialect = feature.section.document.dialect
    keys = {prefix + name for prefix in dialect.entry_prefixes} if dialect else set()
    for index, key in feature.cell_keys.items():
        if key in keys:
            return feature.drivers[index]
    return None
