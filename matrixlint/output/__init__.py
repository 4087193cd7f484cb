"""Output formats of reports, exports and diffs."""
