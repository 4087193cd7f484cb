"""Small matrices for the tests of rules, with a mark above every line that is reported."""

from textwrap import dedent
from typing import NamedTuple

from tests.finding import Place, everything, places, shown

MARK = "#>"
DRIVERS = """
[driver.a]
title=A

[driver.b]
title=B
"""


class Snippet(NamedTuple):
    """A matrix without its marks, and the places that they stood above."""

    text: str
    marked: list[Place]


def read(text: str) -> Snippet:
    """Return the matrix that *text* is without its marks: lines of `#> CODE CODE`."""
    lines: list[str] = []
    marked: list[Place] = []
    for line in dedent(text).split("\n"):
        if line.startswith(MARK):
            marked += [(len(lines) + 1, code) for code in line.removeprefix(MARK).split()]
        else:
            lines.append(line)
    return Snippet("\n".join(lines), marked)


def check(text: str) -> None:
    """Fail where all rules together do not report exactly what is marked in *text*."""
    snippet = read(text)
    found = everything(snippet.text)
    assert places(found) == snippet.marked, shown("snippet", snippet.text, found)


def declared(*names: str) -> str:
    """Return the declarations of these drivers, a section each."""
    return "\n\n".join(f"[driver.{name}]\ntitle=Driver {name}" for name in names) + "\n"


def feature(name: str, status: str, *lines: str) -> str:
    """Return a feature with a title, a status and further lines."""
    head = (f"[operation.{name}]", f"title=Do {name}", f"status={status}")
    return "\n".join(("", *head, *lines, ""))


def grid(*diagnostics: str) -> str:
    """
    Return a matrix of the drivers a, b, c … with a feature for every row.

    A row is the status and the drivers' levels, with blanks between; ``-`` is no entry,
    and a note stands beside what is partial. The features are called one, two, three ….
    """
    names = ("one", "two", "three", "four", "five")
    cells = [diagnostic.split() for diagnostic in diagnostics]
    drivers = "abcdefg"[: len(cells[0]) - 1]
    features = (
        feature(name, status, *(_lines(drivers, levels)))
        for name, (status, *levels) in zip(names, cells, strict=False)
    )
    return declared(*drivers) + "".join(features)


def _lines(drivers: str, levels: list[str]) -> list[str]:
    lines = []
    for driver, level in zip(drivers, levels, strict=True):
        if level != "-":
            lines.append(f"driver.{driver}={level}")
        if level == "partial":
            lines.append(f"driver-notes.{driver}=Not on Sundays.")
    return lines


def named(text: str, *prefixes: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Return the code, key, driver and value that the findings of these rules name."""
    return [
        (each.code, each.key, each.driver, each.value)
        for each in everything(text)
        if each.code.startswith(prefixes)
    ]


def reported(text: str, *prefixes: str) -> list[str]:
    """
    Return the findings of rules whose codes begin with one of *prefixes*.

    One is a line with its place, code, severity and message; a line more for its hint and
    for each related place, behind ``=``.
    """
    lines = []
    for each in everything(text):
        if each.code.startswith(prefixes):
            place = f"{each.line}:{each.column}-{each.end_column}"
            lines.append(f"{place} {each.code} {each.severity} {each.message}")
            lines += [f"= {each.hint}"] if each.hint else []
            lines += [
                f"= {span.line}:{span.column}-{span.end_column} {message}"
                for span, message, _ in each.related
            ]
    return lines
