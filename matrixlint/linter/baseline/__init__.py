"""Baselines: the file format, and matching of diagnostics with it."""
