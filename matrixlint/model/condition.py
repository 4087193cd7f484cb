"""Conditions: of which drivers a feature is required, decided with yes, no and not known."""

from collections.abc import Iterable, Iterator, Mapping

from matrixlint.model.feature import UNREADABLE, Driver, Feature
from matrixlint.model.status import Status
from matrixlint.syntax.dialects.dialect import Support
from matrixlint.syntax.edits import replace_word
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.similarity import closest_match
from matrixlint.text.span import Edit, Span

_FORM = compile_lazily(r"([^\s=!<>]+)\s*(==|!=)\s*([^\s=!<>]+)")
# What has its like in a condition: other names cannot stand there.
_WORD = compile_lazily(r"[^\s=!<>()]+")


class Condition:
    """
    What stands in ``condition(…)``, as it is read.

    *name* and *word* are FEATURE and LEVEL as written, *target* and *level* what they are
    read as, None where that is not known. *is_malformed*, *is_dangling* and *is_misspelt*
    tell what is wrong; *circle* holds the conditions that lead from one to the next and
    back to this one, if they do.
    """

    __slots__ = (
        "circle",
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
        self.circle: tuple[Condition, ...] = ()

    @property
    def name_span(self) -> Span:
        """The place of FEATURE."""
        return self.status.entry.part(self.status.start, len(self.name))

    @property
    def word_span(self) -> Span:
        """The place of LEVEL."""
        return self.status.entry.part(self.status.start + self.word_start, len(self.word))

    @property
    def name_edit(self) -> Edit | None:
        """The edit that writes the feature that it is read as."""
        suggestion = self.target.name if self.target else None
        return self._edit(self.name_span, self.name, suggestion)

    @property
    def level_edit(self) -> Edit | None:
        """The edit that writes the level that it is read as."""
        return self._edit(self.word_span, self.word, self.level)

    def _edit(self, span: Span, word: str, suggestion: str | None) -> Edit | None:
        if suggestion is None or not _WORD.fullmatch(suggestion):
            return None
        return replace_word(self.status.entry.section.document, span, word, suggestion)

    @property
    def is_inverted(self) -> bool:
        """Say whether it asks the feature of exactly the drivers that lack the other."""
        if self.is_dangling or self.is_misspelt or self.circle:
            return False
        return self._asks_of_lacking

    @property
    def _asks_of_lacking(self) -> bool:
        if self.operator == "==":
            return self._support is Support.MISSING
        return self.level == "complete"

    @property
    def _support(self) -> Support | None:
        return self.levels.get(self.level or "")

    @property
    def is_evaluated(self) -> bool:
        """Say whether drivers are held to it."""
        return self.level is not None and not self.circle and not self._asks_of_lacking

    def holds(self, driver: Driver) -> bool | None:
        """Say whether the condition holds for *driver*; None where that is not known."""
        cell = self.target.levels[driver.index] if self.target else None
        if cell is None or cell == UNREADABLE:
            return None
        if self.levels[cell] is Support.UNKNOWN and self._support is not Support.UNKNOWN:
            return None
        return (cell == self.level) is (self.operator == "==")


def find_target(name: str, features: Mapping[str, Feature]) -> Feature | None:
    """Return the feature that *name* was probably meant to be."""
    variants = {
        name.partition(".")[2],
        *(f"{known.partition('.')[0]}.{name}" for known in features),
    }
    found = [features[variant] for variant in variants if variant in features]
    if len(found) == 1:
        return found[0]
    suggestion = closest_match(name, features)
    return features[suggestion] if suggestion else None


def find_circles(conditions: Iterable[Condition]) -> Iterator[list[Condition]]:
    """Yield the circles, each as its conditions from the feature that stands first on."""
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
