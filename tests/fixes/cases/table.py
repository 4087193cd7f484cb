"""The table of all fixes, family by family."""

from tests.fixes.cases import (
    absent_entries,
    absent_entries_placed,
    drivers,
    drivers_unused,
    feature_fields,
    feature_sections,
    feature_statuses,
    levels,
    status,
    syntax,
    texts,
    undeclared_entries,
)

CASES = (
    *(*syntax.CASES, *texts.CASES),
    *(*drivers.CASES, *drivers_unused.CASES),
    *(*feature_statuses.CASES, *feature_fields.CASES, *feature_sections.CASES),
    *status.CASES,
    *(*levels.CASES, *absent_entries.CASES, *absent_entries_placed.CASES),
    *undeclared_entries.CASES,
)
