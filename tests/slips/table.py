"""The table of all faults, family by family, and of the changes that are none."""

from tests.slips import (
    conditions,
    conflicts,
    drivers,
    entries,
    features,
    harmless,
    headers,
    lines,
    statuses,
    text,
)

SLIPS = (
    *headers.SLIPS,
    *lines.SLIPS,
    *conflicts.SLIPS,
    *text.SLIPS,
    *drivers.SLIPS,
    *features.SLIPS,
    *statuses.SLIPS,
    *entries.SLIPS,
    *conditions.SLIPS,
)
HARMLESS = harmless.SLIPS
