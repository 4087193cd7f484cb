"""Text and files: spans, edits, diffs, escaping, reading and writing."""
