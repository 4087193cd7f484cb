"""Text and files: spans, edits, diffs, escaping, similar names, reading and writing."""
