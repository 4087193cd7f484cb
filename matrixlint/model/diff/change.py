"""Changes between two matrices: the values of a diff."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """The kind of a change."""

    DRIVER_REMOVED = "driver-removed"
    DRIVER_ADDED = "driver-added"
    DRIVER_RENAMED = "driver-renamed"
    FEATURE_REMOVED = "feature-removed"
    FEATURE_ADDED = "feature-added"
    FEATURE_RENAMED = "feature-renamed"
    STATUS = "status"
    LEVEL = "level"
    NOTE = "note"
    FIELD = "field"


class Direction(StrEnum):
    """
    The direction in which a level or a status has changed.

    A level is gained or lost, or it becomes known or unknown. A status is tightened or loosened.
    Any other change is just a change.
    """

    GAINED = "gained"
    LOST = "lost"
    KNOWN = "known"
    UNKNOWN = "unknown"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    CHANGED = "changed"


class MatchedBy(StrEnum):
    """The evidence for a rename."""

    PREFIX = "prefix"
    TITLE = "title"
    CELLS = "cells"


class Change(NamedTuple):
    """
    A change of *driver*, of *feature*, or of the entry of both.

    Both are new names, if there are any. *field* is the key of a field. *before* and *after* are
    the old and the new value: names for a rename, titles for an addition or removal; None if
    there is none. *support* is how many features an added or removed driver implements, or how
    many drivers implement such a feature. After a regression, the matrix promises less than
    before. *old_line* and *new_line* are the lines (1-based) in the two files.
    """

    kind: Kind
    driver: str | None = None
    feature: str | None = None
    field: str | None = None
    before: str | None = None
    after: str | None = None
    direction: Direction | None = None
    evidence: MatchedBy | None = None
    support: int | None = None
    is_regression: bool = False
    old_line: int | None = None
    new_line: int | None = None
