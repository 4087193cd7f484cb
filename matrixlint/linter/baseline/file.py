"""Baseline file: the known findings of a project. Load, dump, entries."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail, FileError
from matrixlint.text.files import format_path, read_file
from matrixlint.text.lazy_regex import compile_lazily

BASELINE = "baseline"
_VERSION = 1
_HEADER = {"matrixlint-baseline": _VERSION}
_HEADER_TEXT = json.dumps(_HEADER)
_TEXTS = ("section", "key", "driver", "value")
_TYPES: dict[str, type] = {"rule": str, "path": str, **dict.fromkeys(_TEXTS, str), "number": int}
_SEPARATOR = compile_lazily(r"[\s,]*")


class BaselineEntry(NamedTuple):
    """
    Identity of a finding, without its line: it still matches when lines move.

    *path* is relative to the project. *number* counts otherwise equal entries in file
    order, from 1.
    """

    rule: str
    path: str
    section: str | None = None
    key: str | None = None
    driver: str | None = None
    value: str | None = None
    number: int = 1


class Baseline(NamedTuple):
    """Content of a baseline file: entries with their lines (1-based), and the bytes."""

    path: str
    lines: dict[BaselineEntry, int]
    data: bytes | None = None


def make_entries(diagnostics: Iterable[Diagnostic], relative_path: str) -> list[BaselineEntry]:
    """Return the entries of *diagnostics*, which are in file order."""
    seen: Counter[BaselineEntry] = Counter()
    entries = []
    for diagnostic in diagnostics:
        # The driver determines the key, and projects may spell the key differently.
        key = diagnostic.key if diagnostic.driver is None else None
        entry = BaselineEntry(
            diagnostic.code,
            relative_path,
            diagnostic.section,
            key,
            diagnostic.driver,
            diagnostic.value,
        )
        seen[entry] += 1
        entries.append(entry._replace(number=seen[entry]))
    return entries


def mark_known(
    diagnostics: Iterable[Diagnostic], own: Iterable[BaselineEntry], known: Iterable[BaselineEntry]
) -> list[Diagnostic]:
    """
    Return *diagnostics*, with those marked as suppressed that are *known*.

    *own* are the entries of *diagnostics*, in the same order.
    """
    known_entries = frozenset(known)
    return [
        diagnostic._replace(suppressed=BASELINE)
        if entry in known_entries and diagnostic.suppressed is None
        else diagnostic
        for diagnostic, entry in zip(diagnostics, own, strict=True)
    ]


def dump(known: Iterable[BaselineEntry]) -> bytes:
    """
    Return the bytes of a baseline file with the entries *known*.

    The entries are sorted, one per line. Each line begins with a comma, so that no line
    changes when another is added or removed: changes of several branches can be merged.
    """
    lines = [f"[{_HEADER_TEXT}"]
    lines += [f",{json.dumps(_to_object(entry))}" for entry in sorted(known, key=_sort_key)]
    return "\n".join([*lines, "]", ""]).encode()


def load(path: str, *, may_be_missing: bool = False) -> Baseline:
    """
    Return the baseline at *path*.

    A missing one is empty if *may_be_missing*. Raise FileError if it cannot be read or is
    not a baseline.
    """
    try:
        data = read_file(path)
    except FileError as error:
        if may_be_missing and isinstance(error.__cause__, FileNotFoundError):
            return Baseline(path, {})
        raise
    return Baseline(path, _parse_entries(data, path), data)


def _sort_key(entry: BaselineEntry) -> tuple[tuple[str, ...], int]:
    return (entry.path, entry.rule, *(getattr(entry, name) or "" for name in _TEXTS)), entry.number


def _to_object(entry: BaselineEntry) -> dict[str, object]:
    defaults = BaselineEntry._field_defaults
    fields = entry._asdict()
    return {name: value for name, value in fields.items() if value != defaults.get(name)}


def _parse_entries(data: bytes, path: str) -> dict[BaselineEntry, int]:
    entries: dict[BaselineEntry, int] = {}
    for index, (line, value) in enumerate(_parse_array(data, path)):
        if index:
            entries.setdefault(_parse_entry(value, line, path), line)
        elif value != _HEADER:
            raise _make_error(
                f"first element is {json.dumps(value)}; expected {_HEADER_TEXT}", path, line
            )
    return entries


def _parse_array(data: bytes, path: str) -> Iterator[tuple[int, Any]]:
    """Yield the elements of the JSON array *data*, each with its line (1-based)."""
    try:
        text = data.decode()
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        reason = str(getattr(error, "msg", error))
        raise _make_error(f"is no JSON: {reason[:1].lower()}{reason[1:]}", path, line) from error
    if not isinstance(whole, list) or not whole:
        raise _make_error(f"is no array that begins with {_HEADER_TEXT}", path, 1)
    decoder = json.JSONDecoder()
    at, line = text.index("[") + 1, text.count("\n", 0, text.index("[")) + 1
    for _ in whole:
        separator = _SEPARATOR.match(text, at)
        start = separator.end() if separator else at
        line += text.count("\n", at, start)
        value, end = decoder.raw_decode(text, start)
        yield line, value
        line += text.count("\n", start, end)
        at = end


def _parse_entry(value: Any, line: int, path: str) -> BaselineEntry:
    if not isinstance(value, dict):
        raise _make_error(f"found {json.dumps(value)}, expected an entry", path, line)
    for name, field in value.items():
        if name not in _TYPES:
            raise _make_error(f"entry has an unknown key {name!r}", path, line)
        if type(field) is not _TYPES[name]:
            kind = "a number" if name == "number" else "a string"
            raise _make_error(f"{name!r} is {json.dumps(field)}; expected {kind}", path, line)
    for name in ("rule", "path"):
        if name not in value:
            raise _make_error(f"entry has no {name!r}", path, line)
    return BaselineEntry(**value)


def _make_error(message: str, path: str, line: int | None) -> FileError:
    return FileError(ErrorDetail(f"baseline {message}", format_path(path), line))
