"""Completion of keys, values and rules in an editor."""
