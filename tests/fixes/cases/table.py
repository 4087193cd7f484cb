"""The table of all fixes, family by family."""

from tests.fixes.cases import driver, entry, feature, status, text

CASES = (*text.CASES, *driver.CASES, *feature.CASES, *status.CASES, *entry.CASES)
