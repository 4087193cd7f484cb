"""Time grows with the text and no faster, however many names there are to be meant."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from random import Random
from string import ascii_lowercase
from typing import NamedTuple

import pytest

from matrixlint.config.resolve import read_config, resolve_settings
from matrixlint.config.settings import CliOverrides
from matrixlint.linter.lint import lint_or_raise
from matrixlint.text.similarity import NameIndex
from matrixlint.text.source import Source
from tests.finding import EVERYTHING
from tests.growth import assert_linear
from tests.parsed import CLEAN, DECLARED, FEATURE

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

Table = dict[str, object]


class Case(NamedTuple):
    """How a text is made for a size, the smaller size, a code that it gives, and settings."""

    make: Callable[[int], Iterable[str]]
    size: int
    code: str
    table: Callable[[int], Table] = lambda _: {}


@cache
def name(number: int) -> str:
    """Return a name that is like no other."""
    return "".join(Random(number).choices(ascii_lowercase, k=16))  # noqa: S311  no secret


def names(size: int) -> list[str]:
    return [name(number) for number in range(size)]


def misspelt(word: str) -> str:
    return word[:4] + "-" + word[5:]


def long_name(size: int) -> Sequence[str]:
    word = "ab" * size
    return word, word[:size] + "c" + word[size + 1 :]


def long_driver(size: int) -> list[str]:
    known, word = long_name(size)
    keys = f"title=X\nstatus=optional\ndriver.{word}=complete\n"
    return [f"[driver.{known}]\ntitle=A\n", f"[operation.x]\n{keys}"]


def long_group(size: int) -> list[str]:
    texts = (
        f"[operation.{at}]\ntitle=X{at}\nstatus=choice({word})\ndriver.a=complete\n"
        for at, word in zip("xyz", (*long_name(size), long_name(size)[0]), strict=True)
    )
    return [DECLARED, *texts]


def long_feature(size: int) -> list[str]:
    known, word = long_name(size)
    keys = f"title=Y\nstatus=condition(operation.{word}==complete)\ndriver.a=complete\n"
    return [
        DECLARED,
        FEATURE.replace("[operation.x", f"[operation.{known}"),
        "[operation.y]\n",
        keys,
    ]


def grades(size: int) -> list[str]:
    listed = f"[grades]\nvalid-grades={','.join(names(size))}\n"
    sections = [f"[grades.{each}]\nlabel=L\n" for each in names(size)]
    backends = [
        f"[backends.backend-impl-{each}]\nstatus={misspelt(each)}\ntitle=T{at}\n"
        for at, each in enumerate(names(size))
    ]
    declared = [f"backend-impl-{each}=T{at}\n" for at, each in enumerate(names(size))]
    return [listed, *sections, "[backends]\n", *declared, *backends]


def misplaced(text: str) -> str:
    """Return a section with another letter in the name of its backend."""
    at = text.find("[backends.backend-impl-") + 25
    return text[:at] + "z" + text[at + 1 :] if at >= 25 else text


def entries(drivers: Iterable[str], features: int = 1, title: str = "X") -> list[str]:
    keys = "".join(f"driver.{each}=complete\n" for each in drivers)
    return [
        f"[operation.{title}{at}]\ntitle={title}{at}\nstatus=optional\n{keys}"
        for at in range(features)
    ]


def declared(size: int) -> list[str]:
    return [f"[driver.{each}]\ntitle={each}\n" for each in names(size)]


def choices(size: int) -> list[str]:
    groups = [
        f"[operation.{each}{end}]\ntitle={each}{end}\nstatus=choice({word})\ndriver.a=complete\n"
        for each in names(size)
        for end, word in enumerate((each, each, misspelt(each)))
    ]
    return [DECLARED, *groups]


CASES = {
    "a long driver": Case(long_driver, 20_000, "MX107"),
    "a long choice group": Case(long_group, 20_000, "MX504"),
    "a long feature": Case(long_feature, 20_000, "MX602"),
    "misspelt fields": Case(
        lambda size: [CLEAN, *(f"{misspelt(each)}=x\n" for each in names(size))],
        200,
        "MX203",
        lambda size: {"fields": names(size)},
    ),
    "misspelt grades": Case(grades, 100, "MX301"),
    "misspelt backends": Case(
        lambda size: [misplaced(text) for text in grades(size)],
        50,
        "MX403",
    ),
    "misspelt drivers": Case(
        lambda size: [
            *(*declared(size), *entries(names(size), title="Y")),
            *entries(map(misspelt, names(size))),
        ],
        50,
        "MX403",
    ),
    "a driver that is misspelt in each feature": Case(
        lambda size: [
            *declared(20),
            *entries([*names(19), misspelt(name(19))], size),
            *entries(names(20), title="Y"),
        ],
        100,
        "MX403",
    ),
    "misspelt choice groups": Case(choices, 50, "MX504"),
}


def work_of(case: Case) -> Callable[[int], None]:
    def work(size: int) -> None:
        table = read_config({**EVERYTHING, **case.table(size)}, "")
        source = Source.from_text("a.ini", "".join(case.make(size)))
        found = lint_or_raise(source, resolve_settings(table, CliOverrides(), "a.ini"))
        assert case.code in Counter(diagnostic.code for diagnostic in found)

    return work


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_time_is_linear(case: Case) -> None:
    assert_linear(work_of(case), case.size)


@pytest.mark.parametrize("make", [name, "feature-number-{}".format], ids=["apart", "alike"])
def test_words_are_held_against_many_names_in_linear_time(make: Callable[[int], str]) -> None:
    def work(size: int) -> None:
        known = NameIndex(map(make, range(size)))
        for at in range(size):
            known.closest_match(misspelt(make(at)))

    assert_linear(work, 1_000)
