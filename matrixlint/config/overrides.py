"""Settings of the command line (``key=value``), which override those of files."""

import os
from collections.abc import Iterable, Mapping
from typing import Any

from matrixlint.config.origin import Override
from matrixlint.errors import ErrorDetail, UsageError
from matrixlint.text.lazy_regex import compile_lazily

_PATHS = ("schema", "baseline")
# A shell removes the quotes of fail-on="info": the rest is not TOML, but clearly a string.
_UNQUOTED = compile_lazily(r"[^\s\"'\[\]{}=]+")


def parse_override(word: str) -> Override:
    """
    Return the setting in *word*; paths are relative to the working directory.

    Raise UsageError if *word* is not ``key=value`` in TOML.
    """
    table = _parse_toml(word)
    for name in _PATHS:
        if isinstance(table.get(name), str) and table[name]:
            table[name] = os.path.abspath(table[name])
    return Override(word, table)


def merge_overrides(table: Mapping[str, Any], overrides: Iterable[Override]) -> dict[str, Any]:
    """Return *table* with *overrides*: tables are merged, other values replaced."""
    merged = dict(table)
    for each in overrides:
        merged = _merge_tables(merged, each.table)
    return merged


def _merge_tables(base: Mapping[str, Any], override: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for name, value in override.items():
        old = merged.get(name)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[name] = _merge_tables(old, value)
        else:
            merged[name] = value
    return merged


def _parse_toml(word: str) -> dict[str, Any]:
    # Imported late: tomllib takes 6 ms, and few runs have such a setting.
    import tomllib

    try:
        return tomllib.loads(word)
    except tomllib.TOMLDecodeError as error:
        key, _, value = word.partition("=")
        if _UNQUOTED.fullmatch(value.strip()):
            return _parse_quoted(key, value.strip(), word)
        raise _make_error(word, error) from error


def _parse_quoted(key: str, value: str, word: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(f"{key}='{value}'")
    except tomllib.TOMLDecodeError as error:
        raise _make_error(word, error) from error


def _make_error(word: str, error: ValueError) -> UsageError:
    reason = str(error).partition(" (at ")[0]
    reason = f"{reason[:1].lower()}{reason[1:]}"
    return UsageError(ErrorDetail(f"--config: {word!r} is no key=value as in TOML: {reason}"))
