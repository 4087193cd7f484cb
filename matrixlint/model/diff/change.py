"""What is otherwise in one matrix than in another: values."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What has changed."""

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
    Which way a level or a status has gone.

    A level is gained or lost; it becomes known, or is known no longer. A status is tightened
    or loosened. What is neither more nor less is changed.
    """

    GAINED = "gained"
    LOST = "lost"
    KNOWN = "known"
    UNKNOWN = "unknown"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    CHANGED = "changed"


class MatchedBy(StrEnum):
    """By what something is known to have been renamed."""

    PREFIX = "prefix"
    TITLE = "title"
    CELLS = "cells"


class Change(NamedTuple):
    """
    One thing that has changed, of *driver*, of *feature*, or of the one in the other.

    Both go by their new names, where they have any. *field* is the key of a field.
    *before* and *after* are what was there and what is: names where something is renamed,
    titles where it is added or removed; None where there is nothing. *support* counts what a
    driver that comes or goes implements, or those that implement such a feature. A
    *regression* promises less than before. *old_line* and *new_line* (1-based) are the places
    in the two files.
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
