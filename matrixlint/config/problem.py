"""Problems of a configuration whose lines are not yet known."""

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import NamedTuple

from matrixlint.config.settings import Place
from matrixlint.text.phrases import format_suggestion, join_or
from matrixlint.text.similarity import closest_match

# Longer values are shortened in messages.
_MAX_SHOWN_LENGTH = 200


class ConfigProblem(NamedTuple):
    """Problem at one place of the configuration."""

    place: Place
    message: str


class Problems:
    """Collector of the problems of one table."""

    __slots__ = ("_found",)

    def __init__(self) -> None:
        self._found: list[tuple[list[str], ConfigProblem]] = []

    def sort(self) -> list[ConfigProblem]:
        """Return the problems by place; unknown settings are sorted as their table."""
        return [problem for _, problem in sorted(self._found, key=itemgetter(0))]

    def add_wrong_value(
        self, place: Place, value: object, expected: str, words: Iterable[str] = ()
    ) -> None:
        """Add that *value* is not what is *expected*; suggest one of *words*."""
        suggestion = closest_match(value, words) if isinstance(value, str) else None
        message = f"{format_place(place)} is {_format_value(value)}; expected {expected}"
        self._add(place, ConfigProblem(place, message + format_suggestion(suggestion)))

    def add_unknown_settings(
        self, place: Place, table: Mapping[str, object], known: Iterable[str]
    ) -> bool:
        """Add each setting of *table* that is not *known*; return whether there is one."""
        unknown = [name for name in table if name not in known]
        where = f" in {format_place(place)}" if place else ""
        for name in unknown:
            suggestion = closest_match(name, [each for each in known if each not in table])
            message = f"unknown setting {name!r}{where}{format_suggestion(suggestion)}"
            self._add(place, ConfigProblem((*place, name), message))
        return bool(unknown)

    def add_incomplete(self, place: Place, required: Iterable[str]) -> None:
        """Add that the table at *place* has none of the keys *required*."""
        expected = join_or(map(repr, required))
        message = f"{format_place(place)} is incomplete; expected {expected}"
        self._add(place, ConfigProblem(place, message))

    def _add(self, place: Place, problem: ConfigProblem) -> None:
        self._found.append(([str(step) for step in place], problem))


def format_place(place: Place) -> str:
    """Return *place* as in ``select[0]`` or ``per-file-ignores.'a/*.ini'``."""
    name = ""
    for step in place:
        if isinstance(step, int):
            name += f"[{step}]"
        else:
            plain = step.replace("-", "").replace("_", "").isalnum()
            name += f".{step}" if plain else f".{step!r}"
    return name.removeprefix(".") or "the configuration"


def _format_value(value: object) -> str:
    if isinstance(value, str):
        return repr(value)
    # Imported late: json takes 4 ms, and only invalid values are shown.
    import json

    # TOML's dates have no equivalent in JSON.
    shown = json.dumps(value, default=str, ensure_ascii=False)
    return shown if len(shown) <= _MAX_SHOWN_LENGTH else f"{shown[:_MAX_SHOWN_LENGTH]}..."
