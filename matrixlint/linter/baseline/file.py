"""The findings that a project has agreed to live with, kept in a file."""

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
_HEAD = {"matrixlint-baseline": _VERSION}
_HEADING = json.dumps(_HEAD)
_TEXTS = ("section", "key", "driver", "value")
_TYPES: dict[str, type] = {"rule": str, "path": str, **dict.fromkeys(_TEXTS, str), "number": int}
_BETWEEN = compile_lazily(r"[\s,]*")


class Entry(NamedTuple):
    """
    One finding, by what it is about; no line is in it, so it holds when the finding moves.

    *path* is within the project. *number* counts, in file order, those that are equal
    otherwise.
    """

    rule: str
    path: str
    section: str | None = None
    key: str | None = None
    driver: str | None = None
    value: str | None = None
    number: int = 1


class Baseline(NamedTuple):
    """What a baseline's file holds: its entries with their lines, and its bytes."""

    path: str
    lines: dict[Entry, int]
    data: bytes | None = None


def make_entries(diagnostics: Iterable[Diagnostic], relative_path: str) -> list[Entry]:
    """Return the entries of *diagnostics*, in file order, of the file at *relative_path*."""
    seen: Counter[Entry] = Counter()
    found = []
    for diagnostic in diagnostics:
        # The key follows from the driver, and is what a project may spell otherwise.
        key = diagnostic.key if diagnostic.driver is None else None
        entry = Entry(
            diagnostic.code,
            relative_path,
            diagnostic.section,
            key,
            diagnostic.driver,
            diagnostic.value,
        )
        seen[entry] += 1
        found.append(entry._replace(number=seen[entry]))
    return found


def mark_known(
    diagnostics: Iterable[Diagnostic], own: Iterable[Entry], known: Iterable[Entry]
) -> list[Diagnostic]:
    """Return *diagnostics*, whose entries are *own*, those marked that are *known*."""
    held = frozenset(known)
    return [
        diagnostic._replace(suppressed=BASELINE)
        if entry in held and diagnostic.suppressed is None
        else diagnostic
        for diagnostic, entry in zip(diagnostics, own, strict=True)
    ]


def dump(known: Iterable[Entry]) -> bytes:
    """
    Return the file that holds *known*: sorted, each on a line of its own.

    A comma begins each line, so that no line changes when another comes or goes: what
    branches have changed merges.
    """
    lines = [f"[{_HEADING}"]
    lines += [f",{json.dumps(_object(entry))}" for entry in sorted(known, key=_order)]
    return "\n".join([*lines, "]", ""]).encode()


def load(path: str, *, may_be_missing: bool = False) -> Baseline:
    """Return the baseline at *path*; where it *may_be_missing*, that is an empty one."""
    try:
        data = read_file(path)
    except FileError as error:
        if may_be_missing and isinstance(error.__cause__, FileNotFoundError):
            return Baseline(path, {})
        raise
    return Baseline(path, _parsed(data, path), data)


def _order(entry: Entry) -> tuple[tuple[str, ...], int]:
    return (entry.path, entry.rule, *(getattr(entry, name) or "" for name in _TEXTS)), entry.number


def _object(entry: Entry) -> dict[str, object]:
    defaults = Entry._field_defaults
    held = entry._asdict()
    return {name: value for name, value in held.items() if value != defaults.get(name)}


def _parsed(data: bytes, path: str) -> dict[Entry, int]:
    found: dict[Entry, int] = {}
    for index, (line, value) in enumerate(_elements(data, path)):
        if index:
            found.setdefault(_entry(value, line, path), line)
        elif value != _HEAD:
            raise _error(f"first element is {json.dumps(value)}; expected {_HEADING}", path, line)
    return found


def _elements(data: bytes, path: str) -> Iterator[tuple[int, Any]]:
    """Yield the elements of the array that *data* is, each with its line."""
    try:
        text = data.decode()
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        reason = str(getattr(error, "msg", error))
        raise _error(f"is no JSON: {reason[:1].lower()}{reason[1:]}", path, line) from error
    if not isinstance(whole, list) or not whole:
        raise _error(f"is no array that begins with {_HEADING}", path, 1)
    decoder = json.JSONDecoder()
    at, line = text.index("[") + 1, text.count("\n", 0, text.index("[")) + 1
    for _ in whole:
        found = _BETWEEN.match(text, at)
        start = found.end() if found else at
        line += text.count("\n", at, start)
        value, end = decoder.raw_decode(text, start)
        yield line, value
        line += text.count("\n", start, end)
        at = end


def _entry(value: Any, line: int, path: str) -> Entry:
    if not isinstance(value, dict):
        raise _error(f"found {json.dumps(value)}, expected an entry", path, line)
    for name, held in value.items():
        if name not in _TYPES:
            raise _error(f"entry has an unknown key {name!r}", path, line)
        if type(held) is not _TYPES[name]:
            kind = "a number" if name == "number" else "a string"
            raise _error(f"{name!r} is {json.dumps(held)}; expected {kind}", path, line)
    for name in ("rule", "path"):
        if name not in value:
            raise _error(f"entry has no {name!r}", path, line)
    return Entry(**value)


def _error(message: str, path: str, line: int | None) -> FileError:
    return FileError(ErrorDetail(f"baseline {message}", format_path(path), line))
