"""Validate the words and dialects of a configuration, beyond their structure."""

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
# Allowed forms of words and keys: the parser never yields others.
_FORMS = {
    "statuses": (re.compile(r"[^\s()]+"), "a word without blanks and parentheses"),
    "levels": (
        re.compile(r"[^\s:=!<>](?:[^:=!<>\n]*[^\s:=!<>])?"),
        "words without any of ':=!<>'",
    ),
    "fields": (re.compile(r"[^\s=:#;\[][^=:\n]*(?<!\s)"), "a key of INI"),
}
_BUILT_IN = [dialect.name for dialect in BUILT_IN]
# The dialect of backends and grades has no features: it cannot be extended.
_EXTENSIBLE = [dialect.name for dialect in BUILT_IN if dialect.has_features]


def find_dialect_errors(table: Table) -> Iterator[ConfigProblem]:
    """Yield the errors in words and dialects of *table*, whose structure is valid."""
    tables = table.get("dialects", {})
    yield from _check_words(table, ())
    found = [error for name in tables for error in _check_dialect(name, tables)]
    yield from found
    yield from _check_selected_dialect(table.get("dialect"), tables)
    if not found:
        yield from _find_useless_labels(table)
        yield from _check_level_options(table)


def _check_words(table: Table, place: Place) -> Iterator[ConfigProblem]:
    for kind, (form, expected) in _FORMS.items():
        for word in table.get(kind, ()):
            if not form.fullmatch(word):
                yield ConfigProblem((*place, kind), f"{kind}: found {word!r}, expected {expected}")
    if CONDITIONAL in table.get("statuses", ()):
        message = f"statuses: {CONDITIONAL!r} is read as 'condition' in every dialect"
        yield ConfigProblem((*place, "statuses", CONDITIONAL), message)


def _check_dialect(name: str, tables: Mapping[str, Table]) -> Iterator[ConfigProblem]:
    table, place = tables[name], ("dialects", name)
    if name in _BUILT_IN:
        yield ConfigProblem(place, f"dialect {name!r} is built in; expected a name of your own")
    yield from _check_words(table, place)
    yield from _check_declaring_keys(table, place)
    for kind in ("entry-prefixes", "status-fields"):
        if kind in table and not table[kind]:
            yield ConfigProblem((*place, kind), f"{kind} is empty; expected at least one")
    base = table.get("extends", name)
    if base not in (*tables, *_EXTENSIBLE):
        expected = [*(each for each in tables if each != name), *_EXTENSIBLE]
        yield ConfigProblem((*place, "extends"), _format_unknown("extends", base, expected))
    elif _is_circular(name, tables):
        message = f"dialect {name!r} extends itself, straight or through others"
        yield ConfigProblem((*place, "extends"), message)


def _check_declaring_keys(table: Table, place: Place) -> Iterator[ConfigProblem]:
    if "declaring-keys" in table and "declaration" not in table:
        message = "declaring-keys stands alone; expected 'declaration', the section of these keys"
        yield ConfigProblem((*place, "declaring-keys"), message)


def _is_circular(name: str, tables: Mapping[str, Table]) -> bool:
    base = name
    for _ in tables:
        base = tables.get(base, {}).get("extends", "")
        if base == name:
            return True
    return False


def _check_selected_dialect(name: str | None, tables: Iterable[str]) -> Iterator[ConfigProblem]:
    known = [*tables, *_BUILT_IN]
    if name is not None and name not in known:
        yield ConfigProblem(("dialect",), _format_unknown("dialect", name, known))


def _format_unknown(key: str, found: str, expected: list[str]) -> str:
    hint = format_suggestion(closest_match(found, expected))
    return f"{key} is {found!r}; expected {join_or(expected)}{hint}"


def _find_useless_labels(table: Table) -> Iterator[ConfigProblem]:
    for dialect in build_dialects(table):
        if dialect.label and dialect.declaring_keys:
            message = f"label speaks of drivers' sections; {dialect.name!r} has none"
            yield ConfigProblem(("dialects", dialect.name, "label"), message)


def _check_level_options(table: Table) -> Iterator[ConfigProblem]:
    known = {word for dialect in build_dialects(table) for word in dialect.levels}
    for rule, options in table.get("options", {}).items():
        for index, word in enumerate(options.get("levels", ())):
            if word not in known:
                hint = format_suggestion(closest_match(word, known))
                message = f"options.{rule}.levels: {word!r} is no level of any dialect{hint}"
                yield ConfigProblem(("options", rule, "levels", index), message)
