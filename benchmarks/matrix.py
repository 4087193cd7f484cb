"""A generated matrix of any size, in which no rule that runs by default finds anything."""

from collections.abc import Iterator
from typing import NamedTuple, TextIO

# One cell in sixteen is partial, and has a note.
_HALF = ("complete", "missing", "complete", "complete", "complete", "missing", "complete")
_LEVELS = (*_HALF, "partial", *_HALF, "complete")
_NOTE = """\
driver-notes.{driver}=Works with volumes up to {size} GiB, see
  https://docs.example.org/{driver}#limits
"""
# Where a feature of each kind stands among these many.
_PERIOD = 20
_MANDATORY, _CONDITION, _GROUP = 3, 7, (11, 12, 13)


class Size(NamedTuple):
    """How many drivers and how many features."""

    drivers: int
    features: int


def write(stream: TextIO, size: Size, seed: int = 0) -> None:
    """Write a matrix of *size*, piece by piece: the process must not grow with it."""
    names = [f"vendor-{number:03}" for number in range(size.drivers)]
    stream.writelines(f"[driver.{name}]\ntitle=Storage of {name}\n\n" for name in names)
    above: tuple[str, ...] = ()
    for number in range(size.features):
        above = tuple(_levels(number, seed, size, above))
        stream.writelines(_feature(number, names, above))


def _levels(number: int, seed: int, size: Size, above: tuple[str, ...]) -> Iterator[str]:
    kind = number % _PERIOD
    for index in range(size.drivers):
        level = _LEVELS[(7 * index + 5 * number + seed) % len(_LEVELS)]
        # What a status demands is there.
        is_due = kind == _CONDITION and above[index] == "complete"
        if level == "missing" and (is_due or kind in (_MANDATORY, *_GROUP[::2])):
            level = "complete"
        yield level


def _feature(number: int, names: list[str], levels: tuple[str, ...]) -> Iterator[str]:
    yield f"[operation.volume-{number:04}]\n# Asked for by operators.\n"
    yield f"title=Volumes, way {number}\nstatus={_status(number)}\n"
    yield f"notes=What operators do with volumes, in the way that has number {number}.\n"
    yield "cli=openstack volume create; openstack volume show\n"
    for index, (name, level) in enumerate(zip(names, levels, strict=True)):
        yield f"driver.{name}={level}\n"
        if level == "partial":
            yield _NOTE.format(driver=name, size=1000 * number + index)
    yield "\n"


def _status(number: int) -> str:
    kind = number % _PERIOD
    if kind == _CONDITION:
        return f"condition(operation.volume-{number - 1:04}==complete)"
    if kind in _GROUP:
        return f"choice(transport-{number // _PERIOD})"
    return "mandatory" if kind == _MANDATORY else "optional"
