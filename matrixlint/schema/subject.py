"""What a path in a matrix as JSON is called, and how values are quoted."""

from collections.abc import Sequence

_MOST = 60


def describe_path(place: Sequence[str | int], *, is_name: bool = False) -> str:
    """Return what stands at *place*, or its name, in the words of the matrix."""
    if not place:
        return "the matrix"
    *before, last = place
    if is_name:
        return f"{_part(last)} in {describe_path(before)}"
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
            about = f"{_part(last)} of {describe_path(before)}"
    return about


def show_value(value: object) -> str:
    """Return *value* as a message quotes it; long ones are cut."""
    if isinstance(value, str):
        return repr(value if len(value) <= _MOST else f"{value[:_MOST].rstrip()}...")
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    # Only what breaks a schema gets here.
    import json

    return json.dumps(value)


def _part(step: str | int) -> str:
    return f"item {step + 1}" if isinstance(step, int) else repr(step)
