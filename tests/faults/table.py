"""The table of all faults, family by family, and of the changes that are none."""

from tests.faults import (
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

FAULTS = (
    *headers.FAULTS,
    *lines.FAULTS,
    *conflicts.FAULTS,
    *text.FAULTS,
    *drivers.FAULTS,
    *features.FAULTS,
    *statuses.FAULTS,
    *entries.FAULTS,
    *conditions.FAULTS,
)
HARMLESS = harmless.FAULTS
