"""Random slips: one edit of a character or a few lines, as a hand or a merge makes them."""

from collections.abc import Callable
from random import Random

Slip = Callable[[list[str], int, Random], list[str] | None]

# Cyrillic letters, a hyphen that does not break, a full-width sign, a blank that does not break.
LOOK_ALIKE = str.maketrans("aeo-= ", "\u0430\u0435\u043e\u2011\uff1d\xa0")
CASES: tuple[Callable[[str], str], ...] = (str.upper, str.title, str.swapcase, str.lower)
DELIMITERS = (" ", ":", ";", "-", "/", "==", "\t", " = ", "+", "")
BRACKETS = ("(", "{", "[[", "", " [", "[ ")
SEPARATORS = (".", "-", "_", ",", "/", " ", "")


def change_character(lines: list[str], at: int, random: Random) -> list[str] | None:
    line = lines[at]
    if not line:
        return None
    column = random.randrange(len(line))
    char = line[column]
    other = random.choice("abelmnopst.-_=:[]() %#;x")
    following = line[column + 1 : column + 2]
    made = random.choice(("", char * 2, other, char + other, following + char, other + char))
    skip = 2 if following and made == following + char else 1
    return [line[:column] + made + line[column + skip :]]


def break_line(lines: list[str], at: int, random: Random) -> list[str]:
    column = random.randint(0, len(lines[at]))
    return [lines[at][:column], random.choice(("", "  ")) + lines[at][column:]]


def indent(lines: list[str], at: int, random: Random) -> list[str]:
    return [random.choice((" ", "  ", "\t")) + lines[at]]


def comment_out(lines: list[str], at: int, random: Random) -> list[str]:
    return [random.choice("#;") + lines[at]]


def change_case(lines: list[str], at: int, random: Random) -> list[str]:
    key, delimiter, value = lines[at].partition("=")
    change = random.choice(CASES)
    return [random.choice((change(key) + delimiter + value, key + delimiter + change(value)))]


def change_delimiter(lines: list[str], at: int, random: Random) -> list[str]:
    return [lines[at].replace("=", random.choice(DELIMITERS), 1)]


def change_bracket(lines: list[str], at: int, random: Random) -> list[str]:
    made = random.choice(BRACKETS)
    closing = random.choice(("", ")", "]]", " ]", "] x"))
    one = lines[at].replace("[", made, 1)
    return [random.choice((one, lines[at].replace("]", closing, 1), lines[at].replace(")", "", 1)))]


def change_separator(lines: list[str], at: int, random: Random) -> list[str]:
    old = random.choice(".-_")
    return [lines[at].replace(old, random.choice(SEPARATORS), 1)]


def look_alike(lines: list[str], at: int, random: Random) -> list[str] | None:
    columns = [column for column, char in enumerate(lines[at]) if ord(char) in LOOK_ALIKE]
    if not columns:
        return None
    column = random.choice(columns)
    char = lines[at][column].translate(LOOK_ALIKE)
    return [lines[at][:column] + char + lines[at][column + 1 :]]


def quote(lines: list[str], at: int, random: Random) -> list[str]:
    key, delimiter, value = lines[at].partition("=")
    mark = random.choice("\"'")
    return [f"{key}{delimiter}{mark}{value}{mark}"]


ONE_LINE: tuple[Slip, ...] = (
    *[change_character] * 6,
    *(break_line, indent, comment_out, change_case, change_delimiter, change_bracket),
    *(change_separator, look_alike, quote),
)


def slip(text: str, random: Random) -> str:
    """Return *text*, whose lines end at LF, with one slip in it."""
    lines = text.split("\n")
    at = random.randrange(len(lines))
    if random.random() < 0.3:
        return "\n".join(change_lines(lines, at, random))
    made = random.choice(ONE_LINE)(lines, at, random)
    if made is not None:
        lines[at : at + 1] = made
    return "\n".join(lines)


def change_lines(lines: list[str], at: int, random: Random) -> list[str]:
    """Return *lines* with a run of them deleted, doubled, moved or joined."""
    run = lines[at : at + random.choice((1, 1, 2, 2, 3, 5, 9))]
    before, after = lines[:at], lines[at + len(run) :]
    kind = random.choice(("delete", "delete", "double", "move", "join", "swap"))
    if kind == "delete":
        return before + after
    if kind == "double":
        return before + run + run + after
    if kind == "move":
        rest = before + after
        place = random.randint(0, len(rest))
        return rest[:place] + run + rest[place:]
    if kind == "join":
        return [*before, "".join(run[:2]), *run[2:], *after]
    return [*before, *reversed(run[:2]), *run[2:], *after]
