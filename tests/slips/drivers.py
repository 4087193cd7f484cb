"""Faults of drivers and of the file as a whole: MX101 to MX107, and MX204."""

from collections.abc import Iterator
from itertools import pairwise
from random import Random

from tests.slips import place
from tests.slips.features import rename
from tests.slips.sheet import Key, Section, Sheet
from tests.slips.slip import (
    DRIVER,
    Case,
    Slip,
    Splice,
    at,
    inserted,
    replaced,
    reported_at,
)
from tests.slips.spelling import is_apart, misspell

Declaration = tuple[str, int, Key | None]


def _declarations(sheet: Sheet) -> Iterator[Declaration]:
    yield from sheet.declarations


def _titled(sheet: Sheet) -> Iterator[tuple[int, Key]]:
    for _, line, key in sheet.declarations:
        if key is not None:
            yield line, key


def _dropped(sheet: Sheet, titled: tuple[int, Key], _: Random) -> Case | None:
    line, key = titled
    return None if sheet.dialect == "targets" else reported_at(line, replaced(key))


def _emptied(_: Sheet, titled: tuple[int, Key], __: Random) -> Case:
    line, key = titled
    return reported_at(line, replaced(key, key.head.rstrip()))


def _pairs(sheet: Sheet) -> Iterator[tuple[Key, Key]]:
    titled = sorted(_titled(sheet))
    for (_, first), (_, second) in pairwise(titled):
        yield first, second


def _same_title(_: Sheet, pair: tuple[Key, Key], __: Random) -> Case:
    first, second = pair
    return replaced(second, second.head + first.value)


def _rename(sheet: Sheet, declaration: Declaration, name: str) -> Case:
    old, line, _ = declaration
    text = sheet.lines[line - 1]
    return Case(line, (Splice(line, line + 1, (text.replace(old, name, 1),)),))


def _misspelt(sheet: Sheet, declaration: Declaration, random: Random) -> Case | None:
    name = misspell(declaration[0], random)
    # A name that is like another driver's might be meant as that one.
    if name in sheet.drivers or not is_apart(declaration[0], sheet.drivers):
        return None
    return _rename(sheet, declaration, name)


def _in_capitals(sheet: Sheet, declaration: Declaration, _: Random) -> Case:
    return _rename(sheet, declaration, declaration[0].upper())


def _unused(sheet: Sheet, section: Section, _: Random) -> Case:
    if sheet.dialect == "targets":
        keys = next(each for each in sheet.sections if each.kind == "drivers").keys
        return inserted(keys[-1].last + 1, "driver-impl-zebra-9000" + keys[0].delimiter + "Zebra")
    title = next(place.keys(sheet))
    return inserted(section.line, f"[{sheet.dialect}.zebra-9000]", f"title{title.delimiter}Zebra")


def _misspelt_declaration(sheet: Sheet, section: Section, random: Random) -> Case | None:
    if len(sheet.drivers) < 2 or section.kind != "driver":
        return None
    name = section.name.removeprefix("driver.")
    return rename(sheet, section, random.choice(("drvier.", "drive.", "drivers.", "driver")) + name)


def _whole(sheet: Sheet) -> Iterator[Sheet]:
    yield sheet


def _without(sections: list[Section]) -> tuple[Splice, ...]:
    return tuple(Splice(each.line, each.last + 1, ()) for each in sections)


def _no_drivers(sheet: Sheet, _: Sheet, __: Random) -> Case:
    sections = [each for each in sheet.sections if each.kind != "feature"]
    return Case(1, _without(sections))


def _no_features(sheet: Sheet, _: Sheet, __: Random) -> Case:
    case = Case(1, _without(sheet.features))
    return reported_at(case.moved(min(line for _, line, _ in sheet.declarations)), case)


SLIPS = (
    Slip("no drivers", "MX101", at(_whole, _no_drivers)),
    Slip("no features", "MX102", at(_whole, _no_features)),
    Slip("driver's title dropped", "MX103", at(_titled, _dropped)),
    Slip("driver's title emptied", "MX103", at(_titled, _emptied)),
    Slip("drivers' equal titles", "MX104", at(_pairs, _same_title)),
    Slip("driver in capitals", "MX106", at(_declarations, _in_capitals), DRIVER),
    Slip("misspelt driver in its declaration", "MX107", at(_declarations, _misspelt)),
    Slip("unused driver", "MX107", at(place.headers, _unused)),
    Slip(
        "misspelt declaration",
        "MX204",
        at(place.headers, _misspelt_declaration),
        DRIVER,
    ),
)
