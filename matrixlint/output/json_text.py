"""JSON as a text that any output can take."""

import json

from matrixlint.text.escape import escape_commands

# How a string of JSON, and one of TOML, writes a character.
_ESCAPE = "\\u{:04x}"


def dump_json(value: object, indent: int | None = None) -> str:
    """Return *value* as a document of JSON, which ends with a line feed."""
    return dump_ascii(value, indent) + "\n"


def dump_ascii(value: object, indent: int | None = None) -> str:
    """Return *value* as JSON: ASCII, and no build server's command."""
    # A command stands in strings alone, which may hold any character as an escape.
    return escape_commands(json.dumps(value, indent=indent), _ESCAPE)
