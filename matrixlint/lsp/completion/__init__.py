"""Completion of keys, values and rules."""
