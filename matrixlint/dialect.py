"""How one kind of file says driver, cell, note and status; and which kind a file is."""

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import NamedTuple

from matrixlint.expression import expression
from matrixlint.invisible import plain
from matrixlint.near import near
from matrixlint.source import Source


class Support(Enum):
    """What a level means to the rules."""

    IMPLEMENTED = "implemented"
    MISSING = "missing"
    UNKNOWN = "unknown"


class Demand(Enum):
    """What a status asks of a driver."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    CHOICE = "choice"
    CONDITION = "condition"


LEVELS: Mapping[str, Support] = {
    "complete": Support.IMPLEMENTED,
    "partial": Support.IMPLEMENTED,
    "missing": Support.MISSING,
    "unknown": Support.UNKNOWN,
}
STATUSES: Mapping[str, Demand] = {
    "mandatory": Demand.REQUIRED,
    "optional": Demand.OPTIONAL,
    "choice": Demand.CHOICE,
    "condition": Demand.CONDITION,
}
MATURITIES: Mapping[str, Demand] = dict.fromkeys(
    ("incomplete", "experimental", "complete", "deprecated"), Demand.OPTIONAL
)


class Dialect(NamedTuple):
    """
    One kind of support matrix, as data.

    Drivers are declared in sections of their own, whose names begin with *declaration*,
    or, where *declaring_keys* is set, by the keys of the section *declaration* that begin
    with it. *label* is the key of a declaring section that holds the name its cells use.
    The first of *entry_prefixes* and of *note_prefixes* is how an author would write them.
    *status_fields* maps the fields that say how much a feature matters to their words.
    """

    name: str
    declaration: str
    entry_prefixes: tuple[str, ...]
    note_prefixes: tuple[str, ...]
    status_fields: Mapping[str, Mapping[str, Demand]]
    fields: frozenset[str]
    driver_fields: frozenset[str] = frozenset()
    declaring_keys: str | None = None
    label: str | None = None
    feature_prefix: str = ""
    levels: Mapping[str, Support] = LEVELS
    has_releases: bool = False
    has_features: bool = True
    # The real renderer fails on these; the renderers of other dialects pass them over.
    strict: bool = False

    @property
    def noted_prefix(self) -> str | None:
        """The prefix of entries that notes are shown for, where bare ones have none."""
        return self.entry_prefixes[-1] or None if "" in self.entry_prefixes else None

    def declares(self, section: str) -> bool:
        """Say whether a section of this name declares a driver, or all of them."""
        if self.declaring_keys:
            return section == self.declaration
        return section.startswith(self.declaration)

    def nearly_declares(self, section: str) -> str | None:
        """Return the name that a section was meant to have if it was to declare drivers."""
        if self.feature_prefix and section.startswith(self.feature_prefix):
            return None
        if self.declaring_keys:
            return near(section, [self.declaration])
        word = self.declaration.rstrip(".")
        # The name is looked through once, or a blank at its end would have it split anywhere.
        match = re.fullmatch(r"(?!\S*+\s)(\w+)[.:_-](\S+)", section)
        if match and near(match[1], [word]):
            return self.declaration + match[2]
        # More than a plural's ending: the dot is lost.
        glued = section[len(word) :] if section.lower().startswith(word) else ""
        return self.declaration + glued if re.fullmatch(r"\w[\w.-]+", glued) else None

    def fits(self, section: str) -> bool:
        """Say whether a section of this name is plainly meant as one of this dialect."""
        if not re.fullmatch(r"[A-Za-z][\w.-]*", section):
            return False
        if self.declares(section):
            return True
        return section.startswith(self.feature_prefix) and "." in section


TARGETS = Dialect(
    name="targets",
    declaration="targets",
    declaring_keys="driver-impl-",
    entry_prefixes=("driver-impl-",),
    note_prefixes=("driver-notes-",),
    status_fields={"status": STATUSES},
    fields=frozenset({"title", "status", "notes", "cli"}),
)
DRIVER = Dialect(
    name="driver",
    declaration="driver.",
    entry_prefixes=("driver.",),
    note_prefixes=("driver-notes.",),
    status_fields={"status": {**STATUSES, "mature": Demand.OPTIONAL, "immature": Demand.OPTIONAL}},
    fields=frozenset({"title", "status", "notes", "cli", "api"}),
    driver_fields=frozenset({"title", "link"}),
    feature_prefix="operation.",
    strict=True,
)
TARGET = Dialect(
    name="target",
    declaration="target.",
    entry_prefixes=("", "driver-impl-"),
    note_prefixes=("driver-notes-",),
    status_fields={"maturity": MATURITIES, "status": {**STATUSES, **MATURITIES}},
    fields=frozenset(
        {
            "title",
            "maturity",
            "status",
            "notes",
            "cli",
            "api_doc_link",
            "admin_doc_link",
            "tempest_test_uuids",
        }
    ),
    driver_fields=frozenset({"title", "link"}),
    has_releases=True,
)
GRADES = Dialect(
    name="grades",
    declaration="backends",
    declaring_keys="backend-impl-",
    entry_prefixes=(),
    note_prefixes=(),
    status_fields={},
    fields=frozenset({"status", "type", "notes", "docs", "config", "in-tree", "maintainers"}),
    has_features=False,
)
BUILT_IN: tuple[Dialect, ...] = (TARGETS, DRIVER, TARGET, GRADES)


# A header, an indented or unclosed one too.
_HEADER = expression(r"\n[^\S\n]*+\[[^\S\n]*+([^\]\n\t ]*+)[^\n]*+")
# A lone token that has lost its opening bracket.
_CLOSED = expression(r"\n[^\S\n]*+[({]?([^\s=:\[\](){}]++)[])}][^\S\n]*+(?=\n|\Z)")


class Count(NamedTuple):
    """How many drivers a dialect declares in a text, and where the first stands."""

    dialect: Dialect
    drivers: int
    offset: int


def count(source: Source, dialects: Iterable[Dialect]) -> list[Count]:
    """
    Return the dialects that declare drivers in *source*, most drivers first.

    On a tie the one whose declaration stands first comes first. Broken headers count:
    they are read as they were meant.
    """
    headers = _headers(source)
    counts = [_count(source.text, headers, dialect) for dialect in dialects]
    found = [counted for counted in counts if counted.drivers]
    return sorted(found, key=lambda counted: (-counted.drivers, counted.offset))


def detect(source: Source, dialects: tuple[Dialect, ...]) -> Dialect | None:
    """
    Return the one of *dialects* that *source* is written in, or None.

    Where nothing declares a driver, a header that is near such a declaration decides.
    """
    counts = count(source, dialects)
    if counts:
        return counts[0].dialect
    names = [header.name for header in _headers(source)]
    for means in (Dialect.declares, Dialect.nearly_declares):
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
    return [_Header(plain(match[1]), match.end()) for match in found]


def _count(text: str, headers: list[_Header], dialect: Dialect) -> Count:
    if dialect.declaring_keys:
        key = expression(rf"\n[^\S\n]*{re.escape(dialect.declaring_keys)}", re.IGNORECASE)
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
    return Count(dialect, len(found), min(found, default=0))


def _has_key(text: str, key: str) -> bool:
    pattern = rf"\n[^\S\n]*{re.escape(key)}[^\S\n]*[=:]"
    return re.search(pattern, "\n" + text, re.IGNORECASE) is not None


def _next_header(text: str, start: int) -> int:
    end = text.find("\n[", start - 1)
    return end if end >= 0 else len(text)
