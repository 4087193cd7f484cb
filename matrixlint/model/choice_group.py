"""Choice groups: a driver must implement at least one of their options."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from matrixlint.model.feature import Driver, Feature
from matrixlint.syntax.dialects.dialect import Demand
from matrixlint.syntax.document import Entry
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.similarity import NameIndex

_DIGITS = compile_lazily(r"\d+")
# Each name is compared with each other one: with more groups, there are no suggestions.
_MAX_GROUPS = 500


class MisspelledGroup(NamedTuple):
    """A group of one feature, named similarly to the group that it joins."""

    feature: Feature
    name: str
    suggestion: str


class ChoiceGroup(NamedTuple):
    """A group's name and the features that name it, in the order of the file."""

    name: str
    options: list[Feature]

    def levels_by_driver(
        self, drivers: Iterable[Driver]
    ) -> Iterator[tuple[Driver, tuple[str | None, ...]]]:
        """Yield each driver with its levels for the options, in their order."""
        return zip(
            drivers, zip(*(option.levels for option in self.options), strict=True), strict=True
        )

    def entries(self, driver: Driver) -> list[Entry]:
        """Return the driver's entries for the options, in their order."""
        entries = (option.entry(driver) for option in self.options)
        return [entry for entry in entries if entry]


def build_groups(features: Iterable[Feature]) -> tuple[list[ChoiceGroup], list[MisspelledGroup]]:
    """Return the choice groups of *features*, and those with a misspelt name."""
    options: dict[str, list[Feature]] = {}
    for feature in features:
        status = feature.status
        if status and status.demand is Demand.CHOICE and status.argument:
            options.setdefault(status.argument, []).append(feature)
    misspellings = []
    names = NameIndex(options)
    for name in [name for name, members in options.items() if len(members) == 1]:
        suggestion = _find_suggestion(name, names, options)
        if suggestion:
            feature = options.pop(name)[0]
            misspellings.append(MisspelledGroup(feature, name, suggestion))
            options[suggestion].append(feature)
    for members in options.values():
        members.sort(key=lambda feature: feature.section.line)
    return [ChoiceGroup(name, members) for name, members in options.items()], misspellings


def _find_suggestion(name: str, names: NameIndex, options: dict[str, list[Feature]]) -> str | None:
    if len(options) > _MAX_GROUPS:
        return None
    own_line = options[name][0].section.line

    def is_established(other: str) -> bool:
        members = options.get(other, ())
        return len(members) > 1 or any(each.section.line < own_line for each in members)

    suggestion = names.closest_match(name, is_established)
    # "disk1" and "disk2" are numbered names, not a misspelling.
    if suggestion and _DIGITS.sub("0", name) == _DIGITS.sub("0", suggestion):
        return None
    return suggestion
