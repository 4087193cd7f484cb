"""Recovery from merge conflict markers."""

from collections.abc import Iterator
from typing import NamedTuple

from matrixlint.diagnostic import Related
from matrixlint.syntax.recovery.buffer import RecoveryBuffer


class Marker(NamedTuple):
    """A conflict marker: line (1-based), and sign ``<``, ``|``, ``=``, ``>``."""

    line: int
    sign: str


class Conflict(NamedTuple):
    """A conflict: its marker lines (1-based), and the lines that no rule checks."""

    markers: tuple[int, ...]
    unchecked: range


def find_conflicts(markers: list[Marker], lines: list[str]) -> Iterator[Conflict]:
    """Yield the conflicts in *lines* that the *markers*, in file order, delimit."""
    rest = markers[::-1]
    while rest:
        first = rest.pop()
        own = [first.line]
        other_side = first.line if first.sign in "|=" else 0
        if first.sign == "<" and rest and rest[-1].sign in "|=":
            other_side = rest.pop().line
            own.append(other_side)
        unchecked = _find_other_side(other_side, rest, lines)
        while rest and rest[-1].line in unchecked:
            own.append(rest.pop().line)
        yield Conflict(tuple(own), unchecked)


def _find_other_side(start: int, rest: list[Marker], lines: list[str]) -> range:
    """Return the lines from *start* (0 for none) to the end of the conflict."""
    if not start:
        return range(0)
    following = next((marker for marker in reversed(rest) if marker.sign != "="), None)
    if following and following.sign == ">":
        return range(start, following.line + 1)
    # The end is missing: the next header ends the conflict.
    end = start
    while end < len(lines) and not lines[end].startswith("["):
        end += 1
    return range(start, end + 1)


def remove_conflict(conflict: Conflict, buffer: RecoveryBuffer) -> None:
    """Report the conflict at its first marker; keep only its first side."""
    first, *others = conflict.markers
    buffer.report(
        "MX007",
        buffer.line_span(first),
        f"merge conflict marker {buffer.source.lines[first - 1][:7]!r}",
        related=tuple(
            Related(buffer.line_span(line), "another marker of the conflict") for line in others
        ),
    )
    buffer.incomplete_sections.update(conflict.markers)
    for line in conflict.unchecked:
        text = buffer.lines[line - 1]
        if text.startswith("["):
            buffer.hidden_sections.add(text[1:].partition("]")[0].strip())
        buffer.blank(line)
    for line in conflict.markers:
        buffer.blank(line)
