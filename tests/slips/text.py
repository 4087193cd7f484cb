"""Faults of characters and texts: MX005, MX006, MX009, MX701 to MX707."""

from collections.abc import Callable, Iterator
from random import Random

from tests.slips import place
from tests.slips.sheet import Key, Section, Sheet
from tests.slips.slip import DRIVER, Case, Slip, Splice, at, inserted, replaced, reworded

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


def _ended(*texts: str) -> Callable[[Sheet, Key, Random], Case]:
    """Return what puts a text behind the last line of a value."""

    def change(sheet: Sheet, key: Key, random: Random) -> Case:
        line = sheet.lines[key.last - 1]
        return reworded(key.last, f"{line} {random.choice(texts)}")

    return change


def _run_on(_: Sheet, key: Key, random: Random) -> Case:
    between = random.choice(("  tells more", "", "# a remark"))
    first = f"{key.head}see https://example.org/guide"
    return replaced(key, first, between, "  https://example.org/more")


def _quoted(_: Sheet, key: Key, random: Random) -> Case | None:
    if key.is_long or not key.value:
        return None
    quote = random.choice("\"'")
    return replaced(key, f"{key.head}{quote}{key.value}{quote}")


def _copied(sheet: Sheet, feature: Section, _: Random) -> Case | None:
    """Give a feature, and the first one, the same notes."""
    first = sheet.features[0]
    if first is feature or "notes" in {key.name for key in (*feature.keys, *first.keys)}:
        return None
    ahead, line = first.keys[0], feature.keys[0].line
    notes = (f"notes{ahead.delimiter}Nobody knows. Ask another.",)
    splices = (Splice(ahead.line, ahead.line, notes), Splice(line, line, notes))
    return Case(line + (ahead.line < line), splices)


def _top(_: Sheet) -> Iterator[int]:
    yield 1


def _marked(sheet: Sheet, line: int, _: Random) -> Case:
    return reworded(line, "\ufeff" + sheet.lines[line - 1])


VALUES = place.of("title", "entry", "status", "note")
NOTES = place.of("note")
PLACEHOLDERS = ("TODO", "(?)", "something something", "Unclear how.", "FIXME: all", "WTF")
URLS = ("http:/example.org", "htp://example.org", "http://", "https://a]b.example.org/x")
PUNCTUATED = ("https://example.org/a.", "https://example.org/a, b", "(https://example.org/a)")
REFERENCES = ("See notes for the wurst operation.", "see notes for 'brot' feature")
PERCENTS = (" 100% sure", " for %(nothing)s", " 7 %", " % d")

SLIPS = (
    Slip("control in a remark", "MX005", at(place.key_lines, _remark)),
    Slip("control in a value", "MX005", at(VALUES, _in_value(CONTROLS))),
    Slip("control in a key", "MX005", at(place.keys, _in_key(CONTROLS))),
    Slip("control in a header", "MX005", at(place.headers, _in_header(CONTROLS))),
    Slip("byte-order mark", "MX006", at(_top, _marked)),
    Slip("percent", "MX009", at(_prose_lines, _appended(*PERCENTS))),
    Slip("invisible in a value", "MX704", at(VALUES, _in_value(INVISIBLE))),
    Slip("invisible in a key", "MX704", at(place.keys, _in_key(INVISIBLE))),
    Slip("invisible in a header", "MX704", at(place.headers, _in_header(INVISIBLE))),
    Slip(
        "no-break space in prose",
        "MX704",
        at(_prose_lines, _appended(" a\u00a0b", " a\tb")),
    ),
    Slip("placeholder", "MX701", at(NOTES, _ended(*PLACEHOLDERS))),
    Slip("malformed url", "MX702", at(NOTES, _ended(*URLS))),
    Slip("dangling reference", "MX703", at(NOTES, _ended(*REFERENCES))),
    Slip("quoted text", "MX705", at(place.of("title", "note", "declaration"), _quoted)),
    Slip("url with punctuation", "MX706", at(NOTES, _ended(*PUNCTUATED)), DRIVER),
    Slip("url run on", "MX706", at(NOTES, _run_on), DRIVER),
    Slip("copied notes", "MX707", at(place.features, _copied)),
)
