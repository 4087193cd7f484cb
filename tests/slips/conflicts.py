"""Faults of merging: MX007."""

from collections.abc import Callable, Iterator
from random import Random

from tests.slips import place
from tests.slips.sheet import Key, Section, Sheet
from tests.slips.slip import Case, Slip, Splice, at, block, body, inserted

OURS, BASE, MIDDLE, THEIRS = (
    "<<<<<<< HEAD",
    "||||||| 1a2b3c4",
    "=======",
    ">>>>>>> topic",
)


def _around(start: int, ours: tuple[str, ...], theirs: tuple[str, ...], random: Random) -> Case:
    base = random.choice(((), (), (BASE, *theirs), (BASE,)))
    lines = (OURS, *ours, *base, MIDDLE, *theirs, THEIRS)
    return Case(start, (Splice(start, start + len(ours), lines),))


def _around_key(sheet: Sheet, key: Key, random: Random) -> Case:
    ours = block(sheet, key)
    theirs = random.choice((ours, (key.head + "other",), (), ("what, then?",)))
    return _around(key.line, ours, theirs, random)


def _around_run(sheet: Sheet, section: Section, random: Random) -> Case | None:
    if len(section.keys) < 2:
        return None
    first, last = sorted(random.sample(section.keys, 2), key=lambda key: key.line)
    ours = sheet.lines[first.line - 1 : last.last]
    return _around(first.line, ours, random.choice((ours, ours[:1], ())), random)


def _around_sections(sheet: Sheet, section: Section, random: Random) -> Case:
    following = [each for each in sheet.sections if each.line >= section.line]
    last = random.choice(following[:3]).last
    ours = sheet.lines[section.line - 1 : min(last, len(sheet.lines) - 1)]
    theirs = random.choice((ours, body(sheet, section), ()))
    return _around(section.line, ours, theirs, random)


def _around_note_line(sheet: Sheet, key: Key, random: Random) -> Case | None:
    if not key.is_long:
        return None
    return _around(key.last, (sheet.lines[key.last - 1],), ("  their words",), random)


def _lone(marker: str) -> Callable[[Sheet, int, Random], Case]:
    return lambda _, line, __: inserted(line, marker)


def _lines(sheet: Sheet) -> Iterator[int]:
    yield from place.key_lines(sheet)
    yield from (section.line for section in sheet.sections)


SLIPS = (
    Slip("conflict around a key", "MX007", at(place.keys, _around_key)),
    Slip("conflict around keys", "MX007", at(place.headers, _around_run)),
    Slip("conflict around sections", "MX007", at(place.headers, _around_sections)),
    Slip("conflict in a value", "MX007", at(place.of("note"), _around_note_line)),
    *(Slip(f"lone {marker}", "MX007", at(_lines, _lone(marker))) for marker in (OURS, THEIRS)),
    Slip("lone dividing line", "MX007", at(_lines, _lone(MIDDLE))),
    Slip("lone bars", "MX007", at(_lines, _lone(BASE))),
)
