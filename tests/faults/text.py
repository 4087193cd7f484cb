"""Faults of characters: MX005, MX006, MX009, MX704."""

from collections.abc import Callable, Iterator
from random import Random

from tests.faults import place
from tests.faults.fault import Case, Fault, at, inserted, reworded
from tests.faults.sheet import Key, Section, Sheet

CONTROLS = "\0\x07\x1b\x0b\x0c\x7f\x85\x9f"
INVISIBLE = "\u00a0\u200b\u00ad\u2028\u2029\u202e\u2066"


def _prose_lines(sheet: Sheet) -> Iterator[int]:
    """Give each line of the values that are text."""
    for key in place.keys(sheet):
        if key.role in ("title", "note", "declaration") or key.name == "notes":
            yield key.line
            for number in range(key.line + 1, key.last + 1):
                line = sheet.lines[number - 1].strip()
                if line and line[0] not in "#;":
                    yield number


def _appended(*texts: str) -> Callable[[Sheet, int, Random], Case]:
    def change(sheet: Sheet, line: int, random: Random) -> Case:
        text = sheet.lines[line - 1]
        return reworded(line, text + random.choice(texts))

    return change


def _within(text: str, characters: str, random: Random) -> str:
    middle = random.randrange(1, len(text))
    return text[:middle] + random.choice(characters) + text[middle:]


def _in_value(characters: str) -> Callable[[Sheet, Key, Random], Case | None]:
    def change(sheet: Sheet, key: Key, random: Random) -> Case | None:
        word = key.value.partition("(")[0].partition(":")[0].rstrip()
        if len(word) < 2:
            return None
        rest = sheet.lines[key.line - 1][len(key.head) + len(word) :]
        return reworded(key.line, key.head + _within(word, characters, random) + rest)

    return change


def _in_key(characters: str) -> Callable[[Sheet, Key, Random], Case]:
    def change(sheet: Sheet, key: Key, random: Random) -> Case:
        line, name = sheet.lines[key.line - 1], len(key.name)
        return reworded(key.line, _within(line[:name], characters, random) + line[name:])

    return change


def _in_header(characters: str) -> Callable[[Sheet, Section, Random], Case]:
    def change(sheet: Sheet, section: Section, random: Random) -> Case:
        line = sheet.lines[section.line - 1]
        name = _within(section.name, characters, random)
        return reworded(section.line, line.replace(section.name, name, 1))

    return change


def _remark(_: Sheet, line: int, random: Random) -> Case:
    return inserted(line, f"# a remark{random.choice(CONTROLS)}that went wrong")


def _top(_: Sheet) -> Iterator[int]:
    yield 1


def _marked(sheet: Sheet, line: int, _: Random) -> Case:
    return reworded(line, "\ufeff" + sheet.lines[line - 1])


VALUES = place.of("title", "entry", "status", "note")
PERCENTS = (" 100% sure", " for %(nothing)s", " 7 %", " % d")

FAULTS = (
    Fault("control in a remark", "MX005", at(place.key_lines, _remark)),
    Fault("control in a value", "MX005", at(VALUES, _in_value(CONTROLS))),
    Fault("control in a key", "MX005", at(place.keys, _in_key(CONTROLS))),
    Fault("control in a header", "MX005", at(place.headers, _in_header(CONTROLS))),
    Fault("byte-order mark", "MX006", at(_top, _marked)),
    Fault("percent", "MX009", at(_prose_lines, _appended(*PERCENTS))),
    Fault("invisible in a value", "MX704", at(VALUES, _in_value(INVISIBLE))),
    Fault("invisible in a key", "MX704", at(place.keys, _in_key(INVISIBLE))),
    Fault("invisible in a header", "MX704", at(place.headers, _in_header(INVISIBLE))),
    Fault(
        "no-break space in prose",
        "MX704",
        at(_prose_lines, _appended(" a\u00a0b", " a\tb")),
    ),
)
