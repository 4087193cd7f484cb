"""Dialects: how kinds of matrices write drivers, entries, notes and statuses."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from matrixlint.text.similarity import closest_match


class Support(Enum):
    """The meaning of a level."""

    IMPLEMENTED = "implemented"
    MISSING = "missing"
    UNKNOWN = "unknown"


class Demand(Enum):
    """The meaning of a status: which drivers must implement the feature."""

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


# How many separators in a section's name are tried as the end of the prefix.
_MAX_BREAKS = 3


class Dialect(NamedTuple):
    """
    One kind of support matrix, as data.

    Each driver is declared by a section whose name begins with *declaration*, or, if
    *declaring_keys* is set, by a key of the section *declaration* that begins with it. *label* is
    the key of a declaring section with the name that entries use for the driver. The first of
    *entry_prefixes* and of *note_prefixes* is the usual one. *status_fields* maps the fields for
    the status of a feature to their words.
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
    # The renderer of a strict dialect fails on invalid input; those of others ignore it.
    strict: bool = False

    @property
    def entry_prefix_with_notes(self) -> str | None:
        """The prefix of entries that can have notes, if entries without a prefix cannot."""
        return self.entry_prefixes[-1] or None if "" in self.entry_prefixes else None

    def declares(self, section: str) -> bool:
        """Return whether a section of this name declares a driver, or all of them."""
        if self.declaring_keys:
            return section == self.declaration
        return section.startswith(self.declaration)

    def suggest_declarations(self, section: str) -> list[str]:
        """Return the suggested names for *section* as a declaration of drivers."""
        if self.feature_prefix and section.startswith(self.feature_prefix):
            return []
        if self.declaring_keys:
            suggestion = closest_match(section, [self.declaration])
            return [suggestion] if suggestion else []
        return _complete_prefix(section, self.declaration)

    def suggest_feature(self, section: str) -> str | None:
        """Return the suggested feature name for *section*, or None."""
        names = _complete_prefix(section, self.feature_prefix) if self.feature_prefix else []
        return names[0] if names else None

    def is_text(self, key: str) -> bool:
        """Return whether the value of *key*, in lower case, may have several lines."""
        fields = self.fields - self.status_fields.keys() - {"title"}
        return key in fields or key.startswith(self.note_prefixes)

    def fits(self, section: str) -> bool:
        """Return whether *section* is certainly the name of a section in this dialect."""
        if not re.fullmatch(r"[A-Za-z][\w.-]*", section):
            return False
        if self.declares(section):
            return True
        return section.startswith(self.feature_prefix) and "." in section


def _complete_prefix(section: str, prefix: str) -> list[str]:
    """Return suggestions for *section* with *prefix*, which ends with a dot."""
    if re.search(r"\s", section):
        return []
    word = prefix.rstrip(".")
    breaks = list(re.finditer("[.:_-]", section[:-1]))[:_MAX_BREAKS]
    names = [section[at.end() :] for at in breaks if closest_match(section[: at.start()], [word])]
    # The dot is missing, is another character, or is off by one. A plural ending is too short.
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
