"""Format JSON as ASCII text."""

import json

from matrixlint.text.escape import escape_commands

# Escape of a character in strings of JSON and TOML.
_ESCAPE = "\\u{:04x}"


def dump_json(value: object, indent: int | None = None) -> str:
    """Return *value* as a JSON document that ends with a line feed."""
    return dump_ascii(value, indent) + "\n"


def dump_ascii(value: object, indent: int | None = None) -> str:
    """Return *value* as JSON in ASCII, with commands of build servers escaped."""
    # A command can only be in a string, where any character may be escaped.
    return escape_commands(json.dumps(value, indent=indent), _ESCAPE)
