"""The names that no driver is declared by: which driver each was probably meant to be."""

from collections.abc import Iterator

from matrixlint.feature import Driver, Feature
from matrixlint.invisible import plain
from matrixlint.matrix import Matrix, Misnomer, Stray
from matrixlint.near import near
from matrixlint.reading.key import Place, Strays

_SEPARATORS = "-_."
# Every stray name is held against the drivers: in a crowd of them none is near.
_MOST = 200


def place_strays(strays: Strays, matrix: Matrix) -> None:
    """Read stray entries and notes as the drivers that are near; record all that are left."""
    _find_spellings(strays.entries, matrix)
    spellings = {driver.spelling: driver for driver in matrix.drivers if driver.spelling}
    is_crowd = len(strays.entries) > _MOST
    for name, places in strays.entries.items():
        driver = spellings.get(name)
        read = [
            Misnomer(place.entry) if is_crowd else _read_cell(name, place, driver)
            for place in places
        ]
        # Entries of the same name come first: they say whose the notes are.
        notes = [_read_told_note(name, place, driver) for place in strays.notes.pop(name, ())]
        stray = Stray(name, tuple(read), tuple(notes))
        if driver:
            # What the entries use is not what is declared: MX107 is to tell it.
            driver.is_used = False
            matrix.spellings[driver.index] = stray
        else:
            matrix.stray_entries.append(stray)
    is_crowd = len(strays.notes) > _MOST
    for name, places in strays.notes.items():
        read = [Misnomer(place.entry) if is_crowd else _read_note(name, place) for place in places]
        matrix.stray_notes.append(Stray(name, tuple(read)))
    if len(strays.foreign) <= _MOST:
        matrix.stray_entries += _misspelt(strays.foreign)
    if matrix.may_lack_drivers:
        # Which names are undeclared is then not known.
        matrix.stray_entries.clear()
        matrix.stray_notes.clear()


def _misspelt(foreign: dict[str, list[Place]]) -> Iterator[Stray]:
    """Yield the names of entries in another dialect that are near to a driver's own."""
    for name, places in foreign.items():
        read = [_read_cell(name, place, None) for place in places]
        found = tuple(each for each in read if each.driver)
        if found:
            yield Stray(name, found)


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


def _read_cell(name: str, place: Place, driver: Driver | None) -> Misnomer:
    """Read a stray entry as that of *driver*, else of the driver whose name is near."""
    feature, entry = place
    absent = {each.name: each for each in feature.drivers if feature.levels[each.index] is None}
    wanted = driver.name if driver else near(name, absent)
    if wanted not in absent:
        return Misnomer(entry)
    meant = absent[wanted]
    feature.read_cell(meant, entry.key)
    return Misnomer(entry, meant, plain(entry.key).removesuffix(name) + meant.name)


def _read_note(name: str, place: Place) -> Misnomer:
    feature, entry = place
    without = [driver for driver in feature.drivers if feature.note(driver) is None]
    having = [driver for driver in without if feature.levels[driver.index] is not None]
    for candidates in (having, without):
        meant = _near_note(name, {driver.name: driver for driver in candidates})
        if meant:
            feature.read_note(meant, entry.key)
            return Misnomer(entry, meant, meant.note_key)
    return Misnomer(entry)


def _near_note(name: str, drivers: dict[str, Driver]) -> Driver | None:
    meant = near(name, drivers)
    if meant:
        return drivers[meant]
    found = [driver for known, driver in drivers.items() if _is_part(name, known)]
    return found[0] if len(found) == 1 else None


def _is_part(name: str, known: str) -> bool:
    """Say whether *known* begins or ends with *name* at a separator."""
    begins = known.startswith(tuple(name + each for each in _SEPARATORS))
    return bool(name) and (begins or known.endswith(tuple(each + name for each in _SEPARATORS)))


def _read_told_note(name: str, place: Place, driver: Driver | None) -> Misnomer:
    feature, entry = place
    meant = driver or _reader_of(name, feature)
    if meant is None or feature.note(meant) is not None:
        return Misnomer(entry)
    feature.read_note(meant, entry.key)
    return Misnomer(entry, meant, meant.note_key)


def _reader_of(name: str, feature: Feature) -> Driver | None:
    """Return the driver whose cell in *feature* is an entry of that other name."""
    dialect = feature.section.document.dialect
    keys = {prefix + name for prefix in dialect.entry_prefixes} if dialect else set()
    for index, key in feature.cell_keys.items():
        if key in keys:
            return feature.drivers[index]
    return None
