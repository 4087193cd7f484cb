"""JSON as a text that any output can take."""

import json

from matrixlint.report.printable import COMMAND


def notation(value: object, indent: int | None = None) -> str:
    """Return *value* as JSON with a final line feed: ASCII, and no build server's command."""
    text = json.dumps(value, indent=indent)
    # It stands in strings alone, which may hold any character as an escape.
    return COMMAND.sub(r"#\\u0023", text) + "\n"
