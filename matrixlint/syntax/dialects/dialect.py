"""How one kind of file says driver, cell, note and status."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from matrixlint.text.similarity import closest_match


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


# How many signs in a section's name may end the word that says what it declares.
_MOST_BREAKS = 3


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

    def suggest_declarations(self, section: str) -> list[str]:
        """Return the names that a section may be meant to have if it is to declare drivers."""
        if self.feature_prefix and section.startswith(self.feature_prefix):
            return []
        if self.declaring_keys:
            suggestion = closest_match(section, [self.declaration])
            return [suggestion] if suggestion else []
        return _complete_prefix(section, self.declaration)

    def suggest_feature(self, section: str) -> str | None:
        """Return the name that a section may be meant to have if it is to be a feature."""
        names = _complete_prefix(section, self.feature_prefix) if self.feature_prefix else []
        return names[0] if names else None

    def is_text(self, key: str) -> bool:
        """Say whether the value of *key*, in lower case, may have several lines."""
        fields = self.fields - self.status_fields.keys() - {"title"}
        return key in fields or key.startswith(self.note_prefixes)

    def fits(self, section: str) -> bool:
        """Say whether a section of this name is plainly meant as one of this dialect."""
        if not re.fullmatch(r"[A-Za-z][\w.-]*", section):
            return False
        if self.declares(section):
            return True
        return section.startswith(self.feature_prefix) and "." in section


def _complete_prefix(section: str, prefix: str) -> list[str]:
    """Return what *section* may be with *prefix*, which ends with a dot, where it is near that."""
    if re.search(r"\s", section):
        return []
    word = prefix.rstrip(".")
    breaks = list(re.finditer("[.:_-]", section[:-1]))[:_MOST_BREAKS]
    names = [section[at.end() :] for at in breaks if closest_match(section[: at.start()], [word])]
    # More than a plural's ending: the dot is lost, or another letter, or has moved by one.
    for text in (section, section.replace(".", "", 1) if names else ""):
        rest = text[len(word) :] if text.lower().startswith(word) else ""
        names += [rest, rest[1:]] if re.fullmatch(r"\w[\w.-]+", rest) else []
    return [prefix + name for name in dict.fromkeys(names)]


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
