"""Faults of lines: MX001, MX003, MX008, MX401."""

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
    block,
    inserted,
    replaced,
    reported_at,
)


def _doubled(sheet: Sheet, key: Key, _: Random) -> Case:
    return inserted(key.last + 1, *block(sheet, key))


def _doubled_in_capitals(sheet: Sheet, key: Key, _: Random) -> Case:
    first, *others = block(sheet, key)
    return inserted(key.last + 1, key.head.upper() + first[len(key.head) :], *others)


def _indented(blank: str) -> Callable[[Sheet, Key, Random], Case]:
    def change(sheet: Sheet, key: Key, _: Random) -> Case:
        first, *others = block(sheet, key)
        return replaced(key, blank + first, *others)

    return change


def _doubled_and_indented(sheet: Sheet, key: Key, _: Random) -> Case:
    first, *others = block(sheet, key)
    return inserted(key.last + 1, "  " + first, *others)


def _neighbours(sheet: Sheet) -> Iterator[tuple[Key, Key]]:
    for section in sheet.sections:
        for first, second in zip(section.keys, section.keys[1:], strict=False):
            if second.line == first.line + 1:
                yield first, second


def _both_indented(sheet: Sheet, pair: tuple[Key, Key], _: Random) -> Case:
    first, second = pair
    lines = tuple("   " + sheet.lines[key.line - 1] for key in pair)
    return Case(first.line, (Splice(first.line, second.line + 1, lines),))


def _stands_over_a_title(sheet: Sheet, key: Key) -> bool:
    section = sheet.section(key)
    behind = [other for other in section.keys if other.line > key.line]
    return bool(behind) and behind[0].role == "title"


def _cut(sheet: Sheet, key: Key, _: Random) -> Case | None:
    # A lone word over a title is a header that lost its brackets.
    if _stands_over_a_title(sheet, key):
        return None
    rest = sheet.lines[key.line : key.last]
    return replaced(key, key.head.rstrip().removesuffix(key.delimiter.strip()).rstrip(), *rest)


def _without_delimiter(sheet: Sheet, key: Key, _: Random) -> Case | None:
    if not key.value or "=" in key.value or ":" in key.value:
        return None
    name = key.head.removesuffix(key.delimiter)
    return replaced(key, f"{name} {key.value}", *sheet.lines[key.line : key.last])


def _with_early_delimiter(sheet: Sheet, key: Key, random: Random) -> Case | None:
    name = key.head.removesuffix(key.delimiter)
    at = random.randrange(1, len(name))
    # What is cut off may be a key of its own.
    names = {other.name for other in place.keys(sheet)}
    if name[:at].lower() in names or name[:at].isspace():
        return None
    sign = random.choice("=:")
    # A separator may have been mistyped, or a sign have come in.
    rest = name[at + 1 :] if name[at] in ".-_" and at + 1 < len(name) else name[at:]
    line = f"{name[:at]}{sign}{rest}{key.delimiter}{key.value}"
    return replaced(key, line, *sheet.lines[key.line : key.last])


def _with_swapped_delimiter(_: Sheet, key: Key, random: Random) -> Case | None:
    name = key.head.removesuffix(key.delimiter)
    if key.value[:1] == name[-1:]:
        return None
    lines = (
        f"{name[:-1]}{key.delimiter}{name[-1]}{key.value}",
        f"{name}{key.value[0]}{key.delimiter}{key.value[1:]}",
    )
    return replaced(key, random.choice(lines))


def _broken(sheet: Sheet, key: Key, _: Random) -> Case | None:
    value = key.value
    is_other = "=" in value or ":" in value or value.startswith(("[", "#", ";"))
    if not value or is_other or key.is_long or _stands_over_a_title(sheet, key):
        return None
    return replaced(key, key.head.rstrip(), value, line=key.line + 1)


def _halved(line: int, text: str, at: int) -> tuple[Splice, ...]:
    return (Splice(line, line + 1, (text[:at], text[at:])),)


def _broken_in_key(sheet: Sheet, key: Key, random: Random) -> Case | None:
    name, text = key.head.removesuffix(key.delimiter), sheet.lines[key.line - 1]
    at = random.randrange(1, len(name) + 1)
    keys = [other.name for other in place.keys(sheet)]
    # Without another such line nobody knows the key, and the end of it may be one.
    if keys.count(key.name) < 2 or name[at:].lower() in keys or name[:at].isspace():
        return None
    return Case(key.line, _halved(key.line, text, at))


def _broken_in_value(_: Sheet, key: Key, random: Random) -> Case | None:
    at = random.randrange(1, len(key.value))
    # A status without its argument is one; a release may follow the level.
    if ":" in key.value or "=" in key.value or key.value[at] in "([":
        return None
    return Case(key.line + 1, _halved(key.line, key.head + key.value, len(key.head) + at))


def _broken_header(sheet: Sheet, section: Section, random: Random) -> Case | None:
    text = sheet.lines[section.line - 1]
    at = random.randrange(1, len(section.name) + 2)
    is_plain = text.endswith("]") and (sheet.dialect == "driver" or "." in section.name)
    # A file that declares but one driver, in two halves, is of no dialect.
    if not is_plain or (section.kind == "driver" and len(sheet.drivers) < 2):
        return None
    return Case(section.line, _halved(section.line, text, at))


def _neighbouring_entries(sheet: Sheet) -> Iterator[tuple[Key, Key]]:
    for first, second in _neighbours(sheet):
        if first.role == second.role == "entry":
            yield first, second


def _joined(sheet: Sheet, pair: tuple[Key, Key], random: Random) -> Case:
    first, second = (sheet.lines[key.line - 1] for key in pair)
    line = pair[0].line
    return Case(line, (Splice(line, line + 2, (first + random.choice(("", " ")) + second,)),))


def _line(*lines: str) -> Callable[[Sheet, int, Random], Case]:
    return lambda _, line, random: inserted(line, random.choice(lines))


def _header_lines(sheet: Sheet) -> Iterator[int]:
    yield from (section.line for section in sheet.sections)


def _top(_: Sheet) -> Iterator[int]:
    yield 1


def _early_key(sheet: Sheet, line: int, _: Random) -> Case:
    delimiter = next(place.keys(sheet)).delimiter
    return inserted(line, f"notes{delimiter}too early")


def _early_keys(sheet: Sheet, line: int, random: Random) -> Case:
    case = _early_key(sheet, line, random)
    (splice,) = case.splices
    return reported_at(line, case._replace(splices=(splice._replace(lines=splice.lines * 2),)))


WORDS = place.of("entry", "status")
GARBAGE = _line("some stray words", "- a list's item", "what, then?")
NAMELESS = _line("=value", ": value", "= value", "=")

SLIPS = (
    Slip("key cut off", "MX001", at(place.keys, _cut)),
    Slip("delimiter lost", "MX001", at(place.keys, _without_delimiter)),
    Slip("line broken within a key", "MX001", at(place.feature_keys, _broken_in_key)),
    Slip("line broken within a word", "MX001", at(WORDS, _broken_in_value)),
    Slip("header broken", "MX004", at(place.headers, _broken_header)),
    Slip("delimiter too early", "MX203", at(place.feature_keys, _with_early_delimiter)),
    Slip("delimiter swapped", "MX203", at(WORDS, _with_swapped_delimiter)),
    Slip("line broken", "MX001", at(place.keys, _broken)),
    # Behind a level and a colon, "target" has a release.
    Slip("lines joined", "MX401", at(_neighbouring_entries, _joined), CHOOSING),
    Slip("garbage over a key", "MX001", at(place.key_lines, GARBAGE)),
    Slip("garbage over a header", "MX001", at(_header_lines, GARBAGE)),
    Slip("garbage on top", "MX001", at(_top, GARBAGE)),
    Slip("value without a key", "MX001", at(place.key_lines, NAMELESS)),
    Slip("key on top", "MX001", at(_top, _early_key)),
    Slip("keys on top", "MX001", at(_top, _early_keys)),
    Slip("key doubled", "MX003", at(place.keys, _doubled)),
    Slip("key doubled in capitals", "MX003", at(place.keys, _doubled_in_capitals)),
    Slip("key indented", "MX008", at(place.keys, _indented("  "))),
    Slip("key indented by a tab", "MX008", at(place.keys, _indented("\t"))),
    Slip("key doubled and indented", "MX008", at(place.keys, _doubled_and_indented)),
    Slip("two keys indented", "MX008", at(_neighbours, _both_indented)),
)
