"""Dialects: the built-in ones, custom ones, and the detection of a file's dialect."""
