"""The names that no driver is declared by: which driver each was probably meant to be."""

from collections.abc import Iterable

from matrixlint.feature import Driver, Feature
from matrixlint.matrix import Matrix, Stray
from matrixlint.near import near
from matrixlint.reading.key import Place, Strays

_SEPARATORS = "-_."
# Every stray name is held against the drivers: in a crowd of them none is near.
_MOST = 200


def place_strays(strays: Strays, matrix: Matrix) -> None:
    """Read stray entries and notes as the drivers that are near; record all that are left."""
    _find_spellings(strays.entries, matrix)
    spellings = {driver.spelling: driver for driver in matrix.drivers if driver.spelling}
    names = list(strays.entries)
    is_crowd = len(names) > _MOST
    told = set(names)
    for name in names:
        places = strays.entries[name]
        if name in spellings:
            for place in places:
                place.feature.read_cell(spellings[name], place.entry.key)
            # What the entries use is not what is declared: MX107 is to tell it.
            spellings[name].is_used = False
        else:
            meant = [None if is_crowd else _read_entry(name, place) for place in places]
            _record(name, places, meant, matrix.stray_entries)
    is_crowd = len(strays.notes) > _MOST
    for name, places in strays.notes.items():
        if name in told:
            _read_told_notes(name, places, spellings.get(name))
        else:
            meant = [None if is_crowd else _read_note(name, place) for place in places]
            _record(name, places, meant, matrix.stray_notes)
    if matrix.may_lack_drivers:
        # Which names are undeclared is then not known.
        matrix.stray_entries.clear()
        matrix.stray_notes.clear()


def _find_spellings(entries: dict[str, list[Place]], matrix: Matrix) -> None:
    """Let a declared driver that nothing uses be the near name that entries use instead."""
    unused = [driver for driver in matrix.drivers if not driver.is_used]
    if len(unused) > _MOST or len(entries) > _MOST:
        return
    free = set(entries)
    for driver in unused:
        spelling = near(driver.name, sorted(free))
        if spelling:
            driver.spelling = spelling
            free.remove(spelling)


def _read_entry(name: str, place: Place) -> Driver | None:
    feature = place.feature
    absent = {
        driver.name: driver for driver in feature.drivers if feature.levels[driver.index] is None
    }
    meant = near(name, absent)
    if meant is None:
        return None
    feature.read_cell(absent[meant], place.entry.key)
    return absent[meant]


def _read_note(name: str, place: Place) -> Driver | None:
    feature = place.feature
    without = [driver for driver in feature.drivers if feature.note(driver) is None]
    having = [driver for driver in without if feature.levels[driver.index] is not None]
    for candidates in (having, without):
        meant = _near_note(name, {driver.name: driver for driver in candidates})
        if meant:
            feature.read_note(meant, place.entry.key)
            return meant
    return None


def _near_note(name: str, drivers: dict[str, Driver]) -> Driver | None:
    meant = near(name, drivers)
    if meant:
        return drivers[meant]
    found = [driver for known, driver in drivers.items() if _is_part(name, known)]
    return found[0] if len(found) == 1 else None


def _is_part(name: str, known: str) -> bool:
    """Say whether *known* begins or ends with *name* at a separator."""
    rest = len(known) - len(name)
    if rest <= 0 or not name:
        return False
    begins = known.startswith(name) and known[len(name)] in _SEPARATORS
    return begins or (known.endswith(name) and known[rest - 1] in _SEPARATORS)


def _read_told_notes(name: str, places: Iterable[Place], driver: Driver | None) -> None:
    for place in places:
        meant = driver or _reader_of(name, place.feature)
        if meant:
            place.feature.read_note(meant, place.entry.key)


def _reader_of(name: str, feature: Feature) -> Driver | None:
    """Return the driver whose cell in *feature* is an entry of that other name."""
    dialect = feature.section.document.dialect
    keys = {prefix + name for prefix in dialect.entry_prefixes} if dialect else set()
    for index, key in feature.cell_keys.items():
        if key in keys:
            return feature.drivers[index]
    return None


def _record(
    name: str, places: list[Place], meant: list[Driver | None], strays: list[Stray]
) -> None:
    entries = tuple(place.entry for place in places)
    strays.append(Stray(name, entries, meant[0]))
