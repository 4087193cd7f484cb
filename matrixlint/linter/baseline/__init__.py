"""Baselines: the file, and which diagnostics are in it."""
