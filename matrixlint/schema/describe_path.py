"""Descriptions of JSON paths and values for schema messages."""

from collections.abc import Sequence

_MAX_TEXT_LENGTH = 60


def describe_path(place: Sequence[str | int], *, is_name: bool = False) -> str:
    """
    Describe the JSON path *place* in terms of the matrix.

    With *is_name* it is the name at the path that is described, not the value.
    """
    if not place:
        return "the matrix"
    *before, last = place
    if is_name:
        return f"{_describe_step(last)} in {describe_path(before)}"
    match list(place):
        case ["drivers", _]:
            about = f"driver {last!r}"
        case ["features", _]:
            about = f"[{last}]"
        case ["features", feature, "implementations", _]:
            about = f"driver {last!r} in [{feature}]"
        case ["features", _, "status", "word"]:
            about = describe_path(before)
        case [_]:
            about = repr(last)
        case _:
            about = f"{_describe_step(last)} of {describe_path(before)}"
    return about


def show_value(value: object) -> str:
    """Return *value* as quoted in a message; long text is truncated."""
    if isinstance(value, str):
        if len(value) > _MAX_TEXT_LENGTH:
            value = f"{value[:_MAX_TEXT_LENGTH].rstrip()}..."
        return repr(value)
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    # Imported late: only an error needs it.
    import json

    return json.dumps(value)


def _describe_step(step: str | int) -> str:
    return f"item {step + 1}" if isinstance(step, int) else repr(step)
