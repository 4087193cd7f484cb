"""Detection of a file's dialect, by its driver declarations."""

import re
from collections.abc import Iterable

from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.text.invisible import strip_invisible
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.source import Source

# A header, also an indented or unclosed one.
_HEADER = compile_lazily(r"\n[^\S\n]*+\[[^\S\n]*+([^\]\n\t ]*+)[^\n]*+")
# A single token without its opening bracket, or with one or two extra characters before it.
_BROKEN_HEADER = compile_lazily(
    r"\n(?:[^\S\n]*+[({]?|[^\s#;\[\](){}][^\s\[\](){}]?[^\S\n]?\[)"
    r"([^\s=:\[\](){}]++)[])}][^\S\n]*+(?=\n|\Z)"
)


class DialectCount:
    """A dialect's count of drivers in a text, and the 0-based first offset."""

    __slots__ = ("dialect", "drivers", "offset")

    def __init__(
        self,
        dialect: Dialect,
        drivers: int,
        offset: int,
    ) -> None:
        self.dialect = dialect
        self.drivers = drivers
        self.offset = offset


def count_drivers(source: Source, dialects: Iterable[Dialect]) -> list[DialectCount]:
    """
    Return the dialects that declare drivers in *source*, most drivers first.

    On a tie, the one with the first declaration in the file comes first. Broken headers count
    as well, with the names that recovery finds.
    """
    headers = _find_headers(source)
    counts = [_count_declarations(source.text, headers, dialect) for dialect in dialects]
    declaring = [count for count in counts if count.drivers]
    return sorted(declaring, key=lambda count: (-count.drivers, count.offset))


def detect_dialect(source: Source, dialects: tuple[Dialect, ...]) -> Dialect | None:
    """
    Return the one of *dialects* that *source* is written in, or None.

    If nothing declares a driver, a header that is similar to a declaration decides.
    """
    counts = count_drivers(source, dialects)
    if counts:
        return counts[0].dialect
    names = [header.name for header in _find_headers(source)]
    for is_declaration in (Dialect.declares, Dialect.suggest_declarations):
        for name in names:
            for dialect in dialects:
                if is_declaration(dialect, name):
                    return dialect
    return None


class _Header:
    """The text in a header's brackets, and the offset of the line's end."""

    __slots__ = ("end", "name")

    def __init__(
        self,
        name: str,
        end: int,
    ) -> None:
        self.name = name
        self.end = end


def _find_headers(source: Source) -> list[_Header]:
    text = "\n" + source.text
    matches = list(_HEADER.finditer(text))
    if _BROKEN_HEADER.search(source.distinct):
        matches = sorted([*matches, *_BROKEN_HEADER.finditer(text)], key=re.Match.start)
    return [_Header(strip_invisible(match[1]), match.end()) for match in matches]


def _count_declarations(text: str, headers: list[_Header], dialect: Dialect) -> DialectCount:
    if dialect.declaring_keys:
        key = compile_lazily(rf"\n[^\S\n]*{re.escape(dialect.declaring_keys)}", re.IGNORECASE)
        offsets = [
            header.end
            for header in headers
            if header.name == dialect.declaration
            for _ in key.finditer(text, header.end - 1, _find_next_header(text, header.end))
        ]
    else:
        offsets = [header.end for header in headers if dialect.declares(header.name)]
        # Without its labels, a file is of another dialect that declares in such sections.
        if dialect.label and not _has_key(text, dialect.label):
            offsets = []
    return DialectCount(dialect, len(offsets), min(offsets, default=0))


def _has_key(text: str, key: str) -> bool:
    pattern = rf"\n[^\S\n]*{re.escape(key)}[^\S\n]*[=:]"
    return re.search(pattern, "\n" + text, re.IGNORECASE) is not None


def _find_next_header(text: str, start: int) -> int:
    end = text.find("\n[", start - 1)
    return end if end >= 0 else len(text)
