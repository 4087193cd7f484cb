"""Records do what named tuples do."""

import copy
import pickle
from collections.abc import Callable
from typing import NamedTuple, Self, cast

import pytest

from matrixlint.record import Record


class Told(NamedTuple):
    """What typing makes of three fields."""

    word: str
    line: int = 1
    column: int = 2


class Kept(Record, fields=("word", "line", "column")):
    """What the build of the wheel makes of them."""

    __slots__ = ()

    def __new__(cls, word: str, line: int = 1, column: int = 2) -> Self:
        return tuple.__new__(cls, (word, line, column))


KINDS = (Told, cast("type[Told]", Kept))


def positions(one: Told) -> tuple[object, ...]:
    match one:
        case Told(word, line, column) | Kept(word, line, column):  # type: ignore[misc]
            return word, line, column


ASKED: dict[str, Callable[[type[Told]], object]] = {
    "shown": lambda kind: repr(kind("a", 3)).removeprefix(kind.__name__),
    "made by name": lambda kind: kind("a", column=4),
    "read": lambda kind: (kind("a").word, kind("a").line, kind("a").column),
    "replaced": lambda kind: kind("a")._replace(line=7),
    "as a dict": lambda kind: kind("a")._asdict(),
    "made of values": lambda kind: kind._make(["a", 5, 6]),
    "described": lambda kind: (kind._fields, kind.__match_args__, [*kind._field_defaults.items()]),
    "matched": lambda kind: positions(kind("a", 8)),
    "compared": lambda kind: (kind("a") == ("a", 1, 2), hash(kind("a")), kind("a") < kind("b")),
    "a tuple": lambda kind: [*kind("a"), len(kind("a")), kind("a")[1:]],
    "without a dict": lambda kind: hasattr(kind("a"), "__dict__"),
}


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_a_record_answers_as_a_named_tuple_does(asked: Callable[[type[Told]], object]) -> None:
    told, kept = KINDS

    assert asked(kept) == asked(told)


@pytest.mark.parametrize("kind", KINDS)
def test_copies_are_of_the_same_kind(kind: type[Told]) -> None:
    one = kind("a", 3)

    for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):  # noqa: S301
        assert (type(other), other) == (kind, one)


@pytest.mark.parametrize("kind", KINDS)
def test_places_cannot_be_set_or_called_otherwise(kind: type[Told]) -> None:
    with pytest.raises(AttributeError):
        kind("a").word = "b"  # type: ignore[misc]
    with pytest.raises(TypeError):
        kind()  # type: ignore[call-arg]
    with pytest.raises((TypeError, ValueError)):
        kind("a")._replace(row=1)  # type: ignore[call-arg]
