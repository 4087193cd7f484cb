"""What a fault is: a change of a clean matrix that gives exactly one diagnostic."""

from collections.abc import Callable, Iterable, Iterator
from random import Random
from typing import NamedTuple, TypeVar

from tests.slips.sheet import Key, Section, Sheet

ALL = frozenset({"targets", "driver", "target"})
CHOOSING = frozenset({"targets", "driver"})
DRIVER = frozenset({"driver"})
TARGETS = frozenset({"targets"})
TARGET = frozenset({"target"})

P = TypeVar("P")
Places = Callable[[Sheet], Iterable[P]]


class Splice(NamedTuple):
    """Lines put in the place of the lines from *start* to before *stop*."""

    start: int
    stop: int
    lines: tuple[str, ...]


class Case(NamedTuple):
    """A fault at one place: what is changed, and the line that tells it then."""

    line: int
    splices: tuple[Splice, ...]

    def text(self, sheet: Sheet) -> str:
        """Return the text with the fault in it."""
        lines = list(sheet.lines)
        for splice in sorted(self.splices, reverse=True):
            lines[splice.start - 1 : splice.stop - 1] = splice.lines
        return sheet.end.join(lines)

    def moved(self, line: int) -> int:
        """Return where a line of the old text stands in the new one."""
        behind = [splice for splice in self.splices if splice.stop <= line]
        return line + sum(len(each.lines) - (each.stop - each.start) for each in behind)

    def touches(self, line: int) -> bool:
        """Say whether a line of the old text is among the changed ones."""
        return any(splice.start <= line < splice.stop for splice in self.splices)


class Slip(NamedTuple):
    """
    A kind of fault: its name, its one code, its cases in a clean matrix, its dialects.

    Where *code* is empty, the change is none that a linter should notice.
    """

    name: str
    code: str
    cases: Callable[[Sheet, Random], Iterator[Case]]
    dialects: frozenset[str] = ALL


def at(
    places: Places[P], change: Callable[[Sheet, P, Random], Case | None]
) -> Callable[[Sheet, Random], Iterator[Case]]:
    """Return the cases that *change* makes at each of *places*; None is no case."""

    def cases(sheet: Sheet, random: Random) -> Iterator[Case]:
        for place in places(sheet):
            case = change(sheet, place, random)
            if case is not None:
                yield case

    return cases


def replaced(key: Key, *lines: str, line: int = 0) -> Case:
    """Put other lines in the place of a key and its value; told at the key."""
    return Case(line or key.line, (Splice(key.line, key.last + 1, lines),))


def reworded(number: int, text: str) -> Case:
    """Put another line in the place of one; told there."""
    return Case(number, (Splice(number, number + 1, (text,)),))


def inserted(number: int, *lines: str) -> Case:
    """Put lines in front of a line; told at the first of them."""
    return Case(number, (Splice(number, number, lines),))


def reported_at(line: int, case: Case) -> Case:
    """Return the case with another line, one of the new text."""
    return case._replace(line=line)


def block(sheet: Sheet, key: Key) -> tuple[str, ...]:
    """Return the lines of a key and its value, with what stands between them."""
    return sheet.lines[key.line - 1 : key.last]


def body(sheet: Sheet, section: Section) -> tuple[str, ...]:
    """Return the lines of a section, its header included."""
    return sheet.lines[section.line - 1 : section.last]
