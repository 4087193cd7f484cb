"""Conditions that require a feature: true, false or unknown."""

from collections.abc import Iterable, Iterator, Mapping

from matrixlint.model.feature import UNREADABLE, Driver, Feature
from matrixlint.model.status import Status
from matrixlint.syntax.dialects.dialect import Support
from matrixlint.syntax.edits import replace_word
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.similarity import closest_match
from matrixlint.text.span import Edit, Span

_FORM = compile_lazily(r"([^\s=!<>]+)\s*(==|!=)\s*([^\s=!<>]+)")
# A name that can be written in a condition.
_WORD = compile_lazily(r"[^\s=!<>()]+")


class Condition:
    """
    The condition in a status ``condition(FEATURE==LEVEL)``, with ``==`` or ``!=``.

    *name* and *word* are FEATURE and LEVEL as written, *target* and *level* the resolved ones,
    None if unknown. *is_malformed* is true if the form is invalid, *is_dangling* if there is no
    such feature, *is_misspelt* if there is no such level. *cycle* are the conditions of a cycle
    that contains this one, else it is empty.
    """

    __slots__ = (
        "cycle",
        "feature",
        "is_dangling",
        "is_malformed",
        "is_misspelt",
        "level",
        "levels",
        "name",
        "operator",
        "status",
        "target",
        "word",
        "word_start",
    )

    def __init__(self, feature: Feature, status: Status, levels: Mapping[str, Support]) -> None:
        self.feature = feature
        self.status = status
        self.levels = levels
        argument = status.argument or ""
        form = _FORM.fullmatch(argument)
        self.is_malformed = form is None
        self.name, self.operator, self.word = form.groups() if form else ("", "", "")
        self.word_start = len(argument) - len(self.word)
        self.level = self.word if self.word in levels else closest_match(self.word, levels)
        self.is_misspelt = bool(form) and self.level != self.word
        self.target: Feature | None = None
        self.is_dangling = False
        self.cycle: tuple[Condition, ...] = ()

    @property
    def name_span(self) -> Span:
        """The span of FEATURE."""
        return self.status.entry.part(self.status.start, len(self.name))

    @property
    def word_span(self) -> Span:
        """The span of LEVEL."""
        return self.status.entry.part(self.status.start + self.word_start, len(self.word))

    @property
    def name_edit(self) -> Edit | None:
        """The edit that replaces FEATURE by the resolved feature; None if impossible."""
        suggestion = self.target.name if self.target else None
        return self._build_edit(self.name_span, self.name, suggestion)

    @property
    def level_edit(self) -> Edit | None:
        """The edit that replaces LEVEL by the resolved level; None if impossible."""
        return self._build_edit(self.word_span, self.word, self.level)

    def _build_edit(self, span: Span, word: str, suggestion: str | None) -> Edit | None:
        if suggestion is None or not _WORD.fullmatch(suggestion):
            return None
        return replace_word(self.status.entry.section.document, span, word, suggestion)

    @property
    def is_inverted(self) -> bool:
        """Whether it requires the feature only of drivers without the other feature."""
        if self.is_dangling or self.is_misspelt or self.cycle:
            return False
        return self._requires_if_missing

    @property
    def _requires_if_missing(self) -> bool:
        if self.operator == "==":
            return self._support is Support.MISSING
        return self.level == "complete"

    @property
    def _support(self) -> Support | None:
        return self.levels.get(self.level or "")

    @property
    def is_evaluated(self) -> bool:
        """Whether it is evaluated for drivers."""
        return self.level is not None and not self.cycle and not self._requires_if_missing

    def holds(self, driver: Driver) -> bool | None:
        """Return whether the condition is true for *driver*; None if that is unknown."""
        level = self.target.levels[driver.index] if self.target else None
        if level is None or level == UNREADABLE:
            return None
        if self.levels[level] is Support.UNKNOWN and self._support is not Support.UNKNOWN:
            return None
        return (level == self.level) is (self.operator == "==")


def find_target(name: str, features: Mapping[str, Feature]) -> Feature | None:
    """Return the feature that is the suggestion for the unknown *name*, or None."""
    variants = {
        name.partition(".")[2],
        *(f"{known.partition('.')[0]}.{name}" for known in features),
    }
    matches = [features[variant] for variant in variants if variant in features]
    if len(matches) == 1:
        return matches[0]
    suggestion = closest_match(name, features)
    return features[suggestion] if suggestion else None


def find_cycles(conditions: Iterable[Condition]) -> Iterator[list[Condition]]:
    """Yield the cycles of *conditions*, each from the first in the file on."""
    by_feature = {id(condition.feature): condition for condition in conditions}
    done: set[int] = set()
    for start in by_feature.values():
        path: dict[int, Condition] = {}
        condition: Condition | None = start
        while condition and id(condition) not in done and id(condition) not in path:
            path[id(condition)] = condition
            condition = by_feature.get(id(condition.target))
        if condition and id(condition) in path:
            members = list(path.values())
            yield members[members.index(condition) :]
        done.update(path)
