"""Settings of the command line, each ``key=value``, which beat those of any file."""

import os
from collections.abc import Iterable, Mapping
from typing import Any

from matrixlint.config.origin import Override
from matrixlint.errors import ErrorDetail, UsageError
from matrixlint.text.lazy_regex import compile_lazily

_PATHS = ("schema", "baseline")
# What a shell makes of fail-on=info is no TOML, and plainly meant as a string.
_BARE = compile_lazily(r"[^\s\"'\[\]{}=]+")


def parse_override(word: str) -> Override:
    """Return the setting that *word* is; its paths begin at the working directory."""
    table = _parsed(word)
    for name in _PATHS:
        if isinstance(table.get(name), str) and table[name]:
            table[name] = os.path.abspath(table[name])
    return Override(word, table)


def merge_overrides(table: Mapping[str, Any], overrides: Iterable[Override]) -> dict[str, Any]:
    """Return *table* with *overrides*: tables are joined, anything else is replaced."""
    made = dict(table)
    for each in overrides:
        made = _joined(made, each.table)
    return made


def _joined(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    made = dict(below)
    for name, value in above.items():
        old = made.get(name)
        if isinstance(old, dict) and isinstance(value, dict):
            made[name] = _joined(old, value)
        else:
            made[name] = value
    return made


def _parsed(word: str) -> dict[str, Any]:
    # tomllib takes 6 ms to import, and few runs have such a setting.
    import tomllib

    try:
        return tomllib.loads(word)
    except tomllib.TOMLDecodeError as error:
        key, _, value = word.partition("=")
        if _BARE.fullmatch(value.strip()):
            return _quoted(key, value.strip(), word)
        raise _refusal(word, error) from error


def _quoted(key: str, value: str, word: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(f"{key}='{value}'")
    except tomllib.TOMLDecodeError as error:
        raise _refusal(word, error) from error


def _refusal(word: str, error: ValueError) -> UsageError:
    reason = str(error).partition(" (at ")[0]
    reason = f"{reason[:1].lower()}{reason[1:]}"
    return UsageError(ErrorDetail(f"--config: {word!r} is no key=value as in TOML: {reason}"))
