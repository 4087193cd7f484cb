"""Faults of features and their fields: MX105, MX201 to MX206."""

from collections.abc import Callable, Iterator
from random import Random

from tests.slips import place
from tests.slips.sheet import Key, Section, Sheet
from tests.slips.slip import (
    ALL,
    CHOOSING,
    DRIVER,
    Case,
    Slip,
    at,
    inserted,
    replaced,
    reported_at,
    reworded,
)
from tests.slips.spelling import LEVELS, misspell

FIELDS = place.fields(
    "title",
    "status",
    "maturity",
    "notes",
    "cli",
    "api",
    "api_doc_link",
    "admin_doc_link",
    "tempest_test_uuids",
)
FOREIGN = {
    "targets": ("driver.", "driver-notes."),
    "driver": ("driver-impl-", "driver-notes-"),
    "target": ("driver.", "driver-notes."),
}


def _reported_at_header(lines: Callable[[Key], tuple[str, ...]]) -> Callable[..., Case]:
    def change(_: Sheet, key: Key, __: Random) -> Case:
        return reported_at(key.header, replaced(key, *lines(key)))

    return change


_dropped = _reported_at_header(lambda _: ())
_emptied = _reported_at_header(lambda key: (key.head.rstrip(),))


def named(sheet: Sheet, key: Key, name: str) -> Case:
    """Write a key with another name."""
    line = name + key.delimiter + key.value
    return replaced(key, line.rstrip(), *sheet.lines[key.line : key.last])


def _misspelt_field(sheet: Sheet, key: Key, random: Random) -> Case | None:
    # A bare key with a level for a value might be a cell of a matrix of targets.
    if key.value.partition(":")[0] in LEVELS:
        return None
    return named(sheet, key, misspell(key.name, random))


def _name(name: str) -> Callable[[Sheet, Key, Random], Case]:
    return lambda sheet, key, _: named(sheet, key, name)


def _prefix(*prefixes: str) -> Callable[[Sheet, Key, Random], Case | None]:
    def change(sheet: Sheet, key: Key, random: Random) -> Case:
        return named(sheet, key, random.choice(prefixes) + key.driver)

    return change


def _foreign_entry(sheet: Sheet, key: Key, _: Random) -> Case:
    return named(sheet, key, FOREIGN[sheet.dialect][0] + key.driver)


def _foreign_note(sheet: Sheet, key: Key, _: Random) -> Case:
    return named(sheet, key, FOREIGN[sheet.dialect][1] + key.driver)


def _strange_field(_: Sheet, key: Key, __: Random) -> Case:
    return inserted(key.line, f"flavour{key.delimiter}vanilla")


def _own_section_keys(sheet: Sheet) -> Iterator[Key]:
    return (key for key in place.keys(sheet) if key.role != "declaration")


def _title_pairs(sheet: Sheet) -> Iterator[tuple[Key, Key]]:
    titles = [key for key in place.titles(sheet) if not key.is_long]
    for at_, key in enumerate(titles[1:], 1):
        yield titles[0], key
        yield titles[at_ - 1], key


def _same_title(_: Sheet, pair: tuple[Key, Key], __: Random) -> Case:
    first, second = pair
    return replaced(second, second.head + first.value)


def rename(sheet: Sheet, section: Section, name: str) -> Case:
    """Give a section another name, and leave what stands behind its header."""
    line = sheet.lines[section.line - 1]
    return reworded(section.line, f"[{name}]" + line[len(section.name) + 2 :])


def _collisions(sheet: Sheet) -> Iterator[tuple[Section, Section]]:
    for feature in place.free_features(sheet):
        others = (other for other in sheet.features if other.line != feature.line)
        yield from ((feature, other) for other in others)


def _collision(sheet: Sheet, pair: tuple[Section, Section], _: Random) -> Case | None:
    feature, other = pair
    core = other.name.removeprefix("operation.")
    twin = core.replace("-", "_", 1) if "-" in core else core.replace(".", "-", 1)
    if twin == core:
        return None
    name = other.name.removesuffix(core) + twin
    return reported_at(max(feature.line, other.line), rename(sheet, feature, name))


def _outside(sheet: Sheet, feature: Section, random: Random) -> Case:
    name = feature.name.removeprefix("operation.")
    return rename(sheet, feature, random.choice(("", "operations.", "feature.")) + name)


def _misspelt_prefix(sheet: Sheet, feature: Section, random: Random) -> Case | None:
    prefix, dot, name = feature.name.partition(".")
    return rename(sheet, feature, misspell(prefix, random) + dot + name)


def _lone_section(_: Sheet, section: Section, __: Random) -> Case:
    return inserted(section.line, "[miscellany]", "colour=blue")


DOTTED_NOTES = ("driver-note.", "drvier-notes.", "driver_notes.", "driver-notes")
DASHED_NOTES = ("driver-note-", "drvier-notes-", "drivers-notes-")

SLIPS = (
    Slip("entry of another dialect", "MX105", at(place.entries, _foreign_entry)),
    Slip("note of another dialect", "MX105", at(place.notes, _foreign_note)),
    Slip("title dropped", "MX201", at(place.titles, _dropped)),
    Slip("title emptied", "MX201", at(place.titles, _emptied)),
    Slip("status dropped", "MX202", at(place.statuses, _dropped)),
    Slip("misspelt field", "MX203", at(FIELDS, _misspelt_field)),
    Slip("titel", "MX203", at(place.titles, _name("titel"))),
    Slip("note for notes", "MX203", at(place.fields("notes"), _name("note"))),
    Slip("statsu", "MX203", at(place.statuses, _name("statsu")), CHOOSING),
    Slip("titel of a driver", "MX203", at(place.declared("title"), _name("titel"))),
    Slip("misspelt link", "MX203", at(place.declared("link"), _name("lnik"))),
    Slip(
        "entry prefix", "MX203", at(place.entries, _prefix("drvier.", "drive.", "driver")), DRIVER
    ),
    Slip(
        "entry prefix with a dash",
        "MX203",
        at(place.entries, _prefix("drvier-impl-", "driver-imp-", "driver_impl-")),
        ALL - DRIVER,
    ),
    Slip("note prefix", "MX203", at(place.notes, _prefix(*DOTTED_NOTES)), DRIVER),
    Slip(
        "note prefix with a dash",
        "MX203",
        at(place.notes, _prefix(*DASHED_NOTES)),
        ALL - DRIVER,
    ),
    Slip("strange field", "MX203", at(_own_section_keys, _strange_field)),
    Slip("feature outside operation", "MX204", at(place.free_features, _outside), DRIVER),
    Slip("misspelt operation", "MX204", at(place.features, _misspelt_prefix), DRIVER),
    Slip("section without an entry", "MX204", at(place.headers, _lone_section), DRIVER),
    Slip("equal titles", "MX205", at(_title_pairs, _same_title)),
    Slip("equal anchors", "MX206", at(_collisions, _collision)),
)
