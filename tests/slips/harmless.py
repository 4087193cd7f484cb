"""Changes that are no faults, however they look: nothing is to be said of them."""

from collections.abc import Callable, Iterator
from random import Random

from tests.slips import place
from tests.slips.features import rename
from tests.slips.sheet import Key, Section, Sheet
from tests.slips.slip import (
    Case,
    Slip,
    Splice,
    at,
    body,
    inserted,
    replaced,
    reworded,
)

CONTINUATIONS = (
    "  https://docs.example.org/a#b is where it stands",
    "  Note: nothing of this is a key",
    "  --name=<name> [--all] is how it is called",
    "  uses [brackets] and (parentheses) = both",
    "  optional, missing and unknown are words",
    "  conditional(something) was never a status",
    "  at 100%% of the time",
    "  first=second=third",
    "  “quoted”",
)


def _other_notes(sheet: Sheet) -> Iterator[Key]:
    for feature in sheet.features:
        for key in feature.having("note"):
            if feature.levels.get(key.driver, "partial") != "partial":
                yield key


def _dropped(_: Sheet, key: Key, __: Random) -> Case:
    return replaced(key)


def _unknown(_: Sheet, key: Key, __: Random) -> Case:
    return replaced(key, key.head + "unknown")


def _swapped(sheet: Sheet, feature: Section, random: Random) -> Case | None:
    entries = feature.having("entry")
    if len(entries) < 2:
        return None
    one, other = random.sample(entries, 2)
    lines = {key.line: (sheet.lines[key.line - 1],) for key in (one, other)}
    splices = (
        Splice(one.line, one.line + 1, lines[other.line]),
        Splice(other.line, other.line + 1, lines[one.line]),
    )
    return Case(0, splices)


def _any_line(sheet: Sheet) -> Iterator[int]:
    yield from range(1, len(sheet.lines) + 1)


def _inserted(*lines: str) -> Callable[[Sheet, int, Random], Case]:
    return lambda _, line, random: inserted(line, random.choice(lines))


def _remark_behind(_: Sheet, section: Section, random: Random) -> Case:
    remark = random.choice((" # said so", "   ; said so", "  #", " ;[x"))
    return reworded(section.line, f"[{section.name}]{remark}")


def _without_cli(sheet: Sheet) -> Iterator[Section]:
    for feature in sheet.features:
        if "cli" not in {key.name for key in feature.keys}:
            yield feature


def _empty_cli(_: Sheet, feature: Section, random: Random) -> Case:
    key = random.choice(feature.keys)
    return inserted(key.line, "cli" + key.delimiter.rstrip())


def _capitals(sheet: Sheet, feature: Section, _: Random) -> Case:
    prefix = "operation." if feature.name.startswith("operation.") else ""
    return rename(sheet, feature, prefix + feature.name.removeprefix(prefix).upper())


def _key_in_capitals(sheet: Sheet, key: Key, _: Random) -> Case:
    line = sheet.lines[key.line - 1]
    return reworded(key.line, key.head.upper() + line[len(key.head) :])


def _continued(sheet: Sheet, key: Key, random: Random) -> Case | None:
    if sheet.dialect == "driver" and "://" in sheet.lines[key.last - 1].split()[-1]:
        # A URL that ends its line there runs on into the next.
        return None
    return inserted(key.last + 1, random.choice(CONTINUATIONS))


def _emptied(_: Sheet, key: Key, __: Random) -> Case:
    return replaced(key, key.head.rstrip())


def _last(sheet: Sheet, section: Section, _: Random) -> Case:
    lines = body(sheet, section)
    lines = lines if lines[-1] else lines[:-1]
    away = Splice(section.line, section.line + len(lines), ())
    return Case(0, (away, Splice(len(sheet.lines), len(sheet.lines), lines)))


def _not_last(sheet: Sheet) -> Iterator[Section]:
    yield from sheet.sections[:-1]


TEXTS = place.fields("notes")
REMARKS = (
    "",
    "# [operation.none",
    "; driver.none=complete",
    "   # title=",
    "#=======",
    ";[",
)

SLIPS = tuple(
    Slip(name, "", cases)
    for name, cases in (
        ("needless note dropped", at(_other_notes, _dropped)),
        ("level unknown", at(place.entries, _unknown)),
        ("entries swapped", at(place.features, _swapped)),
        ("blank line or remark", at(_any_line, _inserted(*REMARKS))),
        ("remark behind a header", at(place.headers, _remark_behind)),
        ("empty cli", at(_without_cli, _empty_cli)),
        ("feature in capitals", at(place.free_features, _capitals)),
        ("key in capitals", at(place.keys, _key_in_capitals)),
        ("notes continued", at(TEXTS, _continued)),
        ("driver's note continued", at(place.notes, _continued)),
        ("notes emptied", at(TEXTS, _emptied)),
        ("notes dropped", at(TEXTS, _dropped)),
        ("section moved to the end", at(_not_last, _last)),
    )
)
