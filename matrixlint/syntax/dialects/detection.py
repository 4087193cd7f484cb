"""Which kind of matrix a file is: the dialect that its declarations are written in."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.text.invisible import strip_invisible
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.source import Source

# A header, an indented or unclosed one too.
_HEADER = compile_lazily(r"\n[^\S\n]*+\[[^\S\n]*+([^\]\n\t ]*+)[^\n]*+")
# A lone token that has lost its opening bracket, or has a stray sign or two in front of it.
_CLOSED = compile_lazily(
    r"\n(?:[^\S\n]*+[({]?|[^\s#;\[\](){}][^\s\[\](){}]?[^\S\n]?\[)"
    r"([^\s=:\[\](){}]++)[])}][^\S\n]*+(?=\n|\Z)"
)


class DialectCount(NamedTuple):
    """How many drivers a dialect declares in a text, and where the first stands."""

    dialect: Dialect
    drivers: int
    offset: int


def count_drivers(source: Source, dialects: Iterable[Dialect]) -> list[DialectCount]:
    """
    Return the dialects that declare drivers in *source*, most drivers first.

    On a tie the one whose declaration stands first comes first. Broken headers count:
    they are read as they were meant.
    """
    headers = _headers(source)
    counts = [_count(source.text, headers, dialect) for dialect in dialects]
    found = [counted for counted in counts if counted.drivers]
    return sorted(found, key=lambda counted: (-counted.drivers, counted.offset))


def detect_dialect(source: Source, dialects: tuple[Dialect, ...]) -> Dialect | None:
    """
    Return the one of *dialects* that *source* is written in, or None.

    Where nothing declares a driver, a header that is near such a declaration decides.
    """
    counts = count_drivers(source, dialects)
    if counts:
        return counts[0].dialect
    names = [header.name for header in _headers(source)]
    for means in (Dialect.declares, Dialect.suggest_declarations):
        for name in names:
            for dialect in dialects:
                if means(dialect, name):
                    return dialect
    return None


class _Header(NamedTuple):
    """What stands in a header's brackets, broken ones too, and where the line ends."""

    name: str
    end: int


def _headers(source: Source) -> list[_Header]:
    text = "\n" + source.text
    found = list(_HEADER.finditer(text))
    if _CLOSED.search(source.distinct):
        found = sorted([*found, *_CLOSED.finditer(text)], key=re.Match.start)
    return [_Header(strip_invisible(match[1]), match.end()) for match in found]


def _count(text: str, headers: list[_Header], dialect: Dialect) -> DialectCount:
    if dialect.declaring_keys:
        key = compile_lazily(rf"\n[^\S\n]*{re.escape(dialect.declaring_keys)}", re.IGNORECASE)
        found = [
            header.end
            for header in headers
            if header.name == dialect.declaration
            for _ in key.finditer(text, header.end - 1, _next_header(text, header.end))
        ]
    else:
        found = [header.end for header in headers if dialect.declares(header.name)]
        # Without its labels a file is of another dialect that declares in such sections.
        if dialect.label and not _has_key(text, dialect.label):
            found = []
    return DialectCount(dialect, len(found), min(found, default=0))


def _has_key(text: str, key: str) -> bool:
    pattern = rf"\n[^\S\n]*{re.escape(key)}[^\S\n]*[=:]"
    return re.search(pattern, "\n" + text, re.IGNORECASE) is not None


def _next_header(text: str, start: int) -> int:
    end = text.find("\n[", start - 1)
    return end if end >= 0 else len(text)
