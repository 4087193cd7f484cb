"""What is wrong in the words and dialects that a configuration brings, beyond their shape."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from matrixlint.config.problem import ConfigProblem
from matrixlint.config.settings import Place
from matrixlint.model.status import CONDITIONAL
from matrixlint.syntax.dialects.custom import build_dialects
from matrixlint.syntax.dialects.dialect import BUILT_IN
from matrixlint.text.phrases import format_suggestion, join_or
from matrixlint.text.similarity import closest_match

Table = Mapping[str, Any]
# How words and keys may look, or the reader would never meet them.
_FORMS = {
    "statuses": (re.compile(r"[^\s()]+"), "a word without blanks and parentheses"),
    "levels": (
        re.compile(r"[^\s:=!<>](?:[^:=!<>\n]*[^\s:=!<>])?"),
        "words without any of ':=!<>'",
    ),
    "fields": (re.compile(r"[^\s=:#;\[][^=:\n]*(?<!\s)"), "a key of INI"),
}
_BUILT_IN = [dialect.name for dialect in BUILT_IN]
# Backends and their grades have no features: nothing can be made of them.
_EXTENSIBLE = [dialect.name for dialect in BUILT_IN if dialect.has_features]


def find_dialect_errors(table: Table) -> Iterator[ConfigProblem]:
    """Yield what is wrong in the words and dialects of *table*, whose shape is right."""
    tables = table.get("dialects", {})
    yield from _words(table, ())
    found = [error for name in tables for error in _dialect(name, tables)]
    yield from found
    yield from _wanted(table.get("dialect"), tables)
    if not found:
        yield from _useless_labels(table)
        yield from _levels_of_options(table)


def _words(table: Table, place: Place) -> Iterator[ConfigProblem]:
    for kind, (form, expected) in _FORMS.items():
        for word in table.get(kind, ()):
            if not form.fullmatch(word):
                yield ConfigProblem((*place, kind), f"{kind}: found {word!r}, expected {expected}")
    if CONDITIONAL in table.get("statuses", ()):
        message = f"statuses: {CONDITIONAL!r} is read as 'condition' in every dialect"
        yield ConfigProblem((*place, "statuses", CONDITIONAL), message)


def _dialect(name: str, tables: Mapping[str, Table]) -> Iterator[ConfigProblem]:
    table, place = tables[name], ("dialects", name)
    if name in _BUILT_IN:
        yield ConfigProblem(place, f"dialect {name!r} is built in; expected a name of your own")
    yield from _words(table, place)
    yield from _declaring(table, place)
    for kind in ("entry-prefixes", "status-fields"):
        if kind in table and not table[kind]:
            yield ConfigProblem((*place, kind), f"{kind} is empty; expected at least one")
    base = table.get("extends", name)
    if base not in (*tables, *_EXTENSIBLE):
        expected = [*(each for each in tables if each != name), *_EXTENSIBLE]
        yield ConfigProblem((*place, "extends"), _unknown("extends", base, expected))
    elif _is_circle(name, tables):
        message = f"dialect {name!r} extends itself, straight or through others"
        yield ConfigProblem((*place, "extends"), message)


def _declaring(table: Table, place: Place) -> Iterator[ConfigProblem]:
    if "declaring-keys" in table and "declaration" not in table:
        message = "declaring-keys stands alone; expected 'declaration', the section of these keys"
        yield ConfigProblem((*place, "declaring-keys"), message)


def _is_circle(name: str, tables: Mapping[str, Table]) -> bool:
    base = name
    for _ in tables:
        base = tables.get(base, {}).get("extends", "")
        if base == name:
            return True
    return False


def _wanted(name: str | None, tables: Iterable[str]) -> Iterator[ConfigProblem]:
    known = [*tables, *_BUILT_IN]
    if name is not None and name not in known:
        yield ConfigProblem(("dialect",), _unknown("dialect", name, known))


def _unknown(key: str, found: str, expected: list[str]) -> str:
    hint = format_suggestion(closest_match(found, expected))
    return f"{key} is {found!r}; expected {join_or(expected)}{hint}"


def _useless_labels(table: Table) -> Iterator[ConfigProblem]:
    for dialect in build_dialects(table):
        if dialect.label and dialect.declaring_keys:
            message = f"label speaks of drivers' sections; {dialect.name!r} has none"
            yield ConfigProblem(("dialects", dialect.name, "label"), message)


def _levels_of_options(table: Table) -> Iterator[ConfigProblem]:
    known = {word for dialect in build_dialects(table) for word in dialect.levels}
    for rule, options in table.get("options", {}).items():
        for index, word in enumerate(options.get("levels", ())):
            if word not in known:
                hint = format_suggestion(closest_match(word, known))
                message = f"options.{rule}.levels: {word!r} is no level of any dialect{hint}"
                yield ConfigProblem(("options", rule, "levels", index), message)
