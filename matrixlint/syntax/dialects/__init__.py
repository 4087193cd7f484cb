"""Dialects: built-in ones, custom ones, and detection."""
