"""Where a setting stands in the text of a TOML file."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

Place = Sequence[str | int]


class Statement(NamedTuple):
    """A table's header or a key with its value: its lines, and what they say."""

    line: int
    text: str
    table: tuple[str, ...]
    value: dict[str, Any]


def line_of(text: str, place: Place) -> int:
    """
    Return the line of *text*, which is valid TOML, that *place* is set on.

    That is the line of the element where *place* ends in an array of many lines, and of
    the nearest thing around it where it is not to be found.
    """
    best, depth = 1, 0
    for statement in _statements(text):
        reached = _depth(statement, place)
        if reached > depth:
            best, depth = _within(statement, place), reached
    return best


def _statements(text: str) -> Iterator[Statement]:
    # A statement is the shortest run of lines that is TOML by itself: the beginning of
    # an array or of a string over several lines never is.
    import tomllib

    table: tuple[str, ...] = ()
    lines: list[str] = []
    unix = text.replace("\r\n", "\n")
    for number, line in enumerate(unix.split("\n"), 1):
        lines.append(line)
        try:
            value = tomllib.loads("\n".join(lines))
        except tomllib.TOMLDecodeError:
            continue
        chunk = "\n".join(lines)
        start, lines = number - len(lines) + 1, []
        if chunk.lstrip().startswith("["):
            table, value = tuple(_chain(value)), {}
            yield Statement(start, chunk, table, value)
        elif value:
            yield Statement(start, chunk, table, value)


def _chain(value: Any) -> Iterator[str]:
    # What a header alone parses to: tables in tables, one each, an array's last.
    while value:
        if isinstance(value, list):
            value = value[-1]
            continue
        name, value = next(iter(value.items()))
        yield name


def _depth(statement: Statement, place: Place) -> int:
    if tuple(place[: len(statement.table)]) != statement.table:
        return 0
    depth = len(statement.table)
    value: Any = statement.value
    for step in place[depth:]:
        if not _has(value, step):
            break
        depth, value = depth + 1, value[step]
    return depth


def _has(value: Any, step: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value


def _within(statement: Statement, place: Place) -> int:
    """Return the line that first brings the last step of *place*, an array's index."""
    import tomllib

    full = _depth(statement, place)
    lines = statement.text.split("\n")
    for count in range(1, len(lines)):
        for ending in ("]", "]}"):
            try:
                value = tomllib.loads("\n".join(lines[:count]) + "\n" + ending)
            except tomllib.TOMLDecodeError:
                continue
            if _depth(statement._replace(value=value), place) == full:
                return statement.line + count - 1
    return statement.line + (len(lines) - 1 if isinstance(place[-1], int) else 0)
