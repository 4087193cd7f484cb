"""Faults of entries and their notes: MX401 to MX409."""

from collections.abc import Callable, Iterator
from random import Random

from tests.slips import place
from tests.slips.sheet import Key, Section, Sheet
from tests.slips.slip import (
    CHOOSING,
    Case,
    Slip,
    Splice,
    at,
    inserted,
    replaced,
    reported_at,
)
from tests.slips.spelling import is_apart, misspell

IMPLEMENTED = ("complete", "partial")
STRANGER = "zebra-9000"


def level(word: Callable[[str, Random], str]) -> Callable[[Sheet, Key, Random], Case]:
    """Return what writes an entry's level in another way, and leaves its release."""

    def change(_: Sheet, key: Key, random: Random) -> Case:
        old, colon, release = key.value.partition(":")
        return replaced(key, key.head + word(old, random) + colon + release)

    return change


def renamed(key: Key, old: str, new: str) -> str:
    """Return a key's head with another driver in it."""
    before, _, behind = key.head.rpartition(old)
    return before + new + behind


def _misspelt_driver(sheet: Sheet, key: Key, random: Random) -> Case | None:
    wrong = misspell(key.driver, random)
    if wrong in sheet.drivers:
        return None
    lines = (
        renamed(key, key.driver, wrong) + key.value,
        *sheet.lines[key.line : key.last],
    )
    return replaced(key, *lines)


def _misspelt_in_entry(sheet: Sheet, key: Key, random: Random) -> Case | None:
    # A driver that has no other entry is unused, and MX107 speaks instead.
    return _misspelt_driver(sheet, key, random) if _is_used_elsewhere(sheet, key) else None


def _is_used_elsewhere(sheet: Sheet, key: Key) -> bool:
    others = (other for other in sheet.features if other.line != key.header)
    return any(key.driver in other.levels for other in others)


def _misspelt_in_note(sheet: Sheet, key: Key, random: Random) -> Case | None:
    if not is_apart(key.driver, sheet.drivers):
        return None
    return _misspelt_driver(sheet, key, random)


def _dropped_entry(sheet: Sheet, key: Key, _: Random) -> Case | None:
    feature = sheet.section(key)
    if len(feature.levels) < 2 or not _is_used_elsewhere(sheet, key):
        return None
    return reported_at(feature.line, replaced(key))


def _mandatory_entries(sheet: Sheet) -> Iterator[Key]:
    for feature in place.free_features(sheet):
        if feature.status == "mandatory":
            yield from feature.having("entry")


def _missing(_: Sheet, key: Key, __: Random) -> Case | None:
    return replaced(key, key.head + "missing") if key.value in IMPLEMENTED else None


def _partial_notes(sheet: Sheet) -> Iterator[tuple[Key, Key]]:
    for feature in sheet.features:
        entries = {key.driver: key for key in feature.having("entry")}
        for key in feature.having("note"):
            if feature.levels.get(key.driver) == "partial":
                yield key, entries[key.driver]


def _without_note(_: Sheet, pair: tuple[Key, Key], __: Random) -> Case:
    note, entry = pair
    case = replaced(note)
    return reported_at(case.moved(entry.line), case)


def _with_empty_note(_: Sheet, pair: tuple[Key, Key], __: Random) -> Case:
    note, entry = pair
    case = replaced(note, note.head.rstrip())
    return reported_at(case.moved(entry.line), case)


def _without_its_key(sheet: Sheet, pair: tuple[Key, Key], _: Random) -> Case | None:
    note, entry = pair
    is_remark = sheet.lines[note.line].lstrip()[:1] in "#;"
    if not note.is_long or is_remark or note.line != entry.line + 1:
        return None
    return Case(note.line, (Splice(note.line, note.line + 1, ()),))


def _other_notes(sheet: Sheet) -> Iterator[Key]:
    for feature in sheet.features:
        for key in feature.having("note"):
            if feature.levels.get(key.driver, "partial") != "partial":
                yield key


def _emptied(_: Sheet, key: Key, __: Random) -> Case:
    return replaced(key, key.head.rstrip())


def _plain_entries(sheet: Sheet) -> Iterator[Key]:
    for feature in sheet.features:
        noted = {key.driver for key in feature.having("note")}
        for key in feature.having("entry"):
            has_prefix = key.name == sheet.entry(key.driver)
            if (
                has_prefix
                and key.driver not in noted
                and feature.levels.get(key.driver, "partial") != "partial"
            ):
                yield key


def _empty_note(sheet: Sheet, key: Key, _: Random) -> Case:
    return inserted(key.last + 1, sheet.note(key.driver) + key.delimiter.rstrip())


def _strange_entry(sheet: Sheet, key: Key, random: Random) -> Case:
    names = [sheet.entry(STRANGER)] if sheet.dialect != "target" else [sheet.entry(""), ""]
    name = random.choice(names)
    name = name if name.endswith(STRANGER) else name + STRANGER
    return inserted(key.line, f"{name}{key.delimiter}complete")


def _strange_note(sheet: Sheet, key: Key, _: Random) -> Case:
    return inserted(key.line, f"{sheet.note(STRANGER)}{key.delimiter}Never tried.")


def _stray_word(sheet: Sheet, key: Key, _: Random) -> Case:
    return reported_at(key.line + 1, replaced(key, sheet.lines[key.line - 1], "  really"))


def _first_keys(sheet: Sheet) -> Iterator[Key]:
    for feature in sheet.features:
        yield feature.keys[0]
        yield feature.keys[-1]


def _emptied_groups(sheet: Sheet) -> Iterator[tuple[list[Section], str]]:
    for feature in sheet.features:
        options = sheet.options(feature)
        if len(options) < 2 or feature is not options[0]:
            continue
        if not any(sheet.is_referred_to(option) for option in options):
            yield from ((options, driver) for driver in sheet.drivers)


def _emptied_group(_: Sheet, group: tuple[list[Section], str], __: Random) -> Case:
    options, driver = group
    keys = [key for each in options for key in each.having("entry") if key.driver == driver]
    splices = (Splice(key.line, key.line + 1, (key.head + "missing",)) for key in keys)
    return Case(keys[0].line, tuple(splices))


SLIPS = (
    Slip("misspelt level", "MX401", at(place.entries, level(misspell))),
    Slip(
        "level in capitals",
        "MX401",
        at(place.entries, level(lambda word, _: word.upper())),
    ),
    Slip(
        "level with a capital",
        "MX401",
        at(place.entries, level(lambda word, _: word.title())),
    ),
    Slip("unknown level", "MX401", at(place.entries, level(lambda *_: "supported"))),
    Slip("another unknown level", "MX401", at(place.entries, level(lambda *_: "yes"))),
    Slip("empty level", "MX401", at(place.entries, _emptied)),
    Slip("stray word under a level", "MX401", at(place.entries, _stray_word)),
    Slip("entry dropped", "MX402", at(place.entries, _dropped_entry)),
    Slip("misspelt driver in an entry", "MX403", at(place.entries, _misspelt_in_entry)),
    Slip("entry of a stranger", "MX403", at(_first_keys, _strange_entry)),
    Slip("misspelt driver in a note", "MX404", at(place.notes, _misspelt_in_note)),
    Slip("note of a stranger", "MX404", at(_first_keys, _strange_note)),
    Slip("partial's note dropped", "MX406", at(_partial_notes, _without_note)),
    Slip("partial's note emptied", "MX406", at(_partial_notes, _with_empty_note)),
    Slip("note's key lost", "MX401", at(_partial_notes, _without_its_key)),
    Slip("mandatory and missing", "MX407", at(_mandatory_entries, _missing), CHOOSING),
    Slip("note emptied", "MX409", at(_other_notes, _emptied)),
    Slip("empty note added", "MX409", at(_plain_entries, _empty_note)),
    Slip("choice group emptied", "MX501", at(_emptied_groups, _emptied_group), CHOOSING),
)
