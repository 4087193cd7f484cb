"""Dialects: the built-in ones, those of a configuration, and how one is detected."""
