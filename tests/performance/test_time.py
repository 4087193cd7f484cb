"""Time grows with the text and no faster: each kind of text at two sizes, by all rules."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

import pytest

from matrixlint.config.settings import Settings
from matrixlint.fixes.migrate import migrate
from matrixlint.fixes.migrate.stale_comments import find_stale_comments
from matrixlint.syntax.dialects.dialect import TARGETS
from matrixlint.text.edited_text import split_lines
from matrixlint.text.unified_diff import format_unified_diff
from tests.finding import everything
from tests.growth import assert_linear
from tests.parsed import CLEAN, DECLARED

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]


class Case(NamedTuple):
    """
    A kind of text: how it is made for a size, the smaller size, and the codes that it gives.

    It gives others too, unless it *is_whole*.
    """

    make: Callable[[int], Iterable[str]]
    size: int
    codes: Callable[[int], dict[str, int]]
    is_whole: bool = True


def none(_: int) -> dict[str, int]:
    return {}


def each(code: str) -> Callable[[int], dict[str, int]]:
    return lambda size: {code: size}


def once(*codes: str) -> Callable[[int], dict[str, int]]:
    return lambda _: dict.fromkeys(codes, 1)


def feature(number: int, status: str) -> str:
    title = f"title=Feature number {number}\n"
    return f"[operation.x{number}]\n{title}status={status}\ndriver.a=complete\n"


def features(size: int, status: str = "optional") -> list[str]:
    return [feature(number, status) for number in range(size)]


def drivers(size: int) -> list[str]:
    return [f"[driver.b{number}]\ntitle=B{number}\n" for number in range(size)]


def entries(size: int, step: int = 1) -> str:
    return "".join(f"driver.b{number}=complete\n" for number in range(0, size, step))


def circle(size: int) -> list[str]:
    return [feature(at, f"condition(operation.x{(at + 1) % size}==complete)") for at in range(size)]


def chain(size: int) -> list[str]:
    lines = [feature(at, f"condition(operation.x{at + 1}==complete)") for at in range(size)]
    return [*lines, feature(size, "optional")]


def lost_headers(size: int) -> list[str]:
    keys = "title=Feature number {}\nstatus=optional\ndriver.a=complete\n"
    return [keys.format(number) for number in range(size)]


def multiplied(size: int) -> list[str]:
    lines = [
        f"driver-notes.a{at}=" + f"%(driver-notes.a{at + 1})s" * 2 + "\n" for at in range(size)
    ]
    return ["driver-notes.a=see %(driver-notes.a0)s\n", *lines]


def near_declarations(size: int) -> list[str]:
    declared = [f"[drivers.n{number}]\ntitle=Number {number}\n" for number in range(size)]
    return [*declared, feature(0, "optional"), *(f"driver.n{at}=complete\n" for at in range(size))]


CASES = {
    "garbage lines": Case(
        lambda size: [CLEAN, *(f"garbage {at}\n" for at in range(size))], 2_000, each("MX001")
    ),
    "sections near declarations": Case(
        near_declarations, 500, lambda size: {"MX204": size, "MX403": 1}
    ),
    "lines broken in two": Case(
        lambda size: [DECLARED, *(text.replace("driver", "driv\ner") for text in features(size))],
        500,
        each("MX001"),
    ),
    "keys with a delimiter within": Case(
        lambda size: [DECLARED, *(text.replace("driver.", "driver:") for text in features(size))],
        500,
        each("MX203"),
    ),
    "a long line": Case(lambda size: [CLEAN, "notes=", "a" * size, "\n"], 500_000, none),
    "a long line that is nothing": Case(
        lambda size: [CLEAN, "a b " * size, ".\n"], 100_000, once("MX001")
    ),
    "a long line in brackets": Case(lambda size: [CLEAN, "[" * size, "\n"], 500_000, once("MX004")),
    "a line of blanks": Case(lambda size: [CLEAN, "notes=a\n", " " * size, "b\n"], 500_000, none),
    "addresses in one word": Case(
        lambda size: [CLEAN, "notes=", "http://" * size, "\n"], 10_000, once("MX702")
    ),
    "addresses with blank lines below": Case(
        lambda size: [CLEAN, "notes=a\n", *["# http://a\n\n"] * size], 5_000, none
    ),
    "sections": Case(lambda size: [DECLARED, *features(size)], 1_000, none),
    "duplicate sections": Case(
        lambda size: [CLEAN, *["[operation.x]\n"] * size], 1_500, each("MX002")
    ),
    "duplicate keys": Case(lambda size: [CLEAN, *["notes=n\n"] * (size + 1)], 2_000, each("MX003")),
    "titles that repeat": Case(lambda size: [CLEAN, *["title=Y\n"] * size], 2_000, each("MX003")),
    "headers that are lost": Case(lambda size: [CLEAN, *lost_headers(size)], 500, each("MX011")),
    "a circle of conditions": Case(lambda size: [DECLARED, *circle(size)], 500, once("MX606")),
    "a chain of conditions": Case(lambda size: [DECLARED, *chain(size)], 500, none),
    "conditions that dangle": Case(
        lambda size: [
            DECLARED,
            *(feature(at, f"condition(wurst.brot{at}==complete)") for at in range(size)),
        ],
        100,
        each("MX602"),
    ),
    "a choice group": Case(lambda size: [DECLARED, *features(size, "choice(a)")], 500, none),
    "choice groups of one": Case(
        lambda size: [DECLARED, *(feature(at, f"choice(group{at})") for at in range(size))],
        # Above the cap of groups that are compared.
        600,
        each("MX503"),
    ),
    "conflict markers": Case(lambda size: [CLEAN, *["<<<<<<< a\n"] * size], 3_000, each("MX007")),
    "conflicts": Case(
        lambda size: [CLEAN, *["<<<<<<< a\n||||||| b\n=======\n=======\n>>>>>>> c\n"] * size],
        1_000,
        each("MX007"),
    ),
    "a conflict without an end": Case(
        lambda size: [CLEAN, *["=======\n|||||||\n"] * size], 2_500, once("MX007")
    ),
    "unknown keys": Case(
        lambda size: [CLEAN, *(f"wurst{at}=brot\n" for at in range(size))], 1_000, each("MX203")
    ),
    "undeclared drivers": Case(
        lambda size: [CLEAN, *(f"driver.zulu{at}=missing\n" for at in range(size))],
        1_000,
        each("MX403"),
    ),
    "drivers without entries": Case(
        lambda size: [
            *(DECLARED, *drivers(100), feature(0, "optional"), entries(100)),
            *(feature(at, "optional") + entries(100, 2) for at in range(1, size + 1)),
        ],
        25,
        each("MX402"),
    ),
    "drivers that nothing uses": Case(
        lambda size: [DECLARED, *drivers(size), *features(size)], 250, each("MX107")
    ),
    "empty commands": Case(lambda size: [CLEAN, "cli=", "a; ;" * size, "\n"], 5_000, once("MX207")),
    "sections that are indented": Case(
        lambda size: [CLEAN, *(f"  [operation.y{at}]\n" for at in range(size))],
        1_000,
        once("MX004"),
        is_whole=False,
    ),
    "swallowed keys": Case(
        lambda size: [CLEAN, *["cli=c\n  notes=n\n"] * size], 1_000, each("MX008"), is_whole=False
    ),
    "continuations of nothing": Case(
        lambda size: [CLEAN, *(f"[operation.y{at}]\n  x\n" for at in range(size))],
        500,
        each("MX001"),
        is_whole=False,
    ),
    "blank lines and comments": Case(lambda size: [CLEAN, *["\n# c\n"] * size], 10_000, none),
    "percent signs": Case(
        lambda size: [CLEAN, *(f"driver-notes.a{at}=%\n" for at in range(size))],
        1_000,
        lambda size: {"MX009": size, "MX404": size},
    ),
    "percent signs in one value": Case(
        lambda size: [CLEAN, "notes=", "%(notes)s" * size, "\n"], 2_000, once("MX009")
    ),
    "references that do not end": Case(
        lambda size: [CLEAN, "notes=", "%(a" * size, "\n"], 20_000, once("MX009")
    ),
    "references that multiply": Case(
        lambda size: [CLEAN, *multiplied(size)], 15, lambda size: {"MX404": size}, is_whole=False
    ),
    "illegible lines": Case(lambda size: [CLEAN, *["notes\0=\x85\n"] * size], 2_500, once("MX005")),
    "lines that end in blanks": Case(lambda size: [CLEAN, *[" \n"] * size], 2_500, each("MX801")),
    "lines that end in different ways": Case(
        lambda size: [CLEAN, *["# c\r\n# d\n"] * size], 5_000, once("MX803")
    ),
    "delimiters of two kinds": Case(
        lambda size: [
            *(CLEAN, *(f"driver-notes.a{at} = x\n" for at in range(size))),
            *(f"wurst{at}=brot\n" for at in range(2 * size)),
        ],
        500,
        lambda size: {"MX203": 2 * size, "MX404": size, "MX805": size},
    ),
    "references that dangle": Case(
        lambda size: [
            CLEAN,
            "notes=\n",
            *(f"  see notes for the z{at} operation\n" for at in range(size)),
        ],
        1_000,
        each("MX703"),
    ),
}

# A text that promises something, and the codes that it may give.
PROMISES = (
    *("http://", "http:/", "htp://", "http://<a", "http://a] ", "http://a b", "atp:/ ", "a."),
    *("see notes for ", "see notes for a operation ", "TODO-", "(?", "unclear ", "(add "),
    *("'", '"', "a'", '."', ". ", "\u00a0", "a\u200b", "a\t", "http://a.b). "),
)
PROMISED = {"MX701", "MX702", "MX704", "MX706", "MX801"}
LONG_KEYS = {"driver-notes.": "MX404", "driver.": "MX403", "x": "MX203", "title": "MX203"}
LONG_NAMES = {
    "_": ("MX102", "MX204"),
    "a_": ("MX102", "MX204"),
    "driver.": ("MX102", "MX103"),
    "operation.": ("MX107", "MX201", "MX202"),
}
CASES |= {
    f"a key {key!r} with many blanks in it": Case(
        lambda size, key=key: [CLEAN, key, " " * size, "x=x\n"],  # type: ignore[misc]
        100_000,
        once(code),
    )
    for key, code in LONG_KEYS.items()
}
CASES |= {
    f"a section of many {name!r} and a word": Case(
        lambda size, name=name: ["[driver.b]\ntitle=B\n[", name * size, " x]\n"],  # type: ignore[misc]
        100_000 // len(name),
        once(*codes),
    )
    for name, codes in LONG_NAMES.items()
}


def lint(lines: Iterable[str]) -> dict[str, int]:
    """Return how often each code is reported in the text of *lines*."""
    return dict(Counter(found.code for found in everything("".join(lines))))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_time_is_linear(case: Case) -> None:
    def work(size: int) -> None:
        found = lint(case.make(size))
        expected = case.codes(size)
        ours = found if case.is_whole else {code: found.get(code, 0) for code in expected}
        assert ours == expected

    assert_linear(work, case.size)


@pytest.mark.parametrize("text", PROMISES)
def test_time_is_linear_for_a_text_that_promises_something(text: str) -> None:
    def work(size: int) -> None:
        assert set(lint([CLEAN, "notes=", text * (size // len(text)), "x\n"])) <= PROMISED

    assert_linear(work, 40_000)


def test_a_last_line_without_an_end_is_split_in_linear_time() -> None:
    def work(size: int) -> None:
        assert split_lines("a" * size) == ["a" * size]

    assert_linear(work, 2_500_000)


def test_a_matrix_is_migrated_and_compared_in_linear_time() -> None:
    def work(size: int) -> None:
        declared = [f"# driver-impl-d{at}\ndriver-impl-d{at}=D{at}\n" for at in range(size)]
        moved = [
            f"[x{at}]\ntitle=X\nstatus=condition(x{at + 1}==complete)\ndriver-impl-d0=missing\n"
            for at in range(3)
        ]
        text = "".join(("[targets]\n", *declared, *moved))
        found = migrate("a.ini", text.encode(), Settings(), renames_sections=True)
        changes = format_unified_diff("a.ini", found.old, found.new)
        assert len(list(find_stale_comments(found.after.document.source, TARGETS))) == size
        assert changes.count(b"\n+[driver.d") == size

    assert_linear(work, 1_500)
