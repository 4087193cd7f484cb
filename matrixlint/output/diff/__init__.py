"""Formats of the changes between two matrices."""
