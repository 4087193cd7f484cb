"""Statuses of features: parsing of the word and its argument, and their errors."""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from matrixlint.syntax.dialects.dialect import Demand
from matrixlint.syntax.document import Entry, Section
from matrixlint.text.invisible import strip_invisible
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.similarity import closest_match, strip_comment
from matrixlint.text.span import Span

CONDITIONAL = "conditional"
_TAKES_ARGUMENT = (Demand.CHOICE, Demand.CONDITION)
_FORM = compile_lazily(r"(?P<word>[^()]*)(?:\((?P<argument>[^()]*)\))?")


class Form(NamedTuple):
    """
    The parsed form of a status.

    *word* is the word as written, *suggestion* the word that it is resolved to, None if unknown;
    then *demand* is None too. *argument* is the text in the parentheses, from the column *start*
    (0-based) on. *malformed* is the error in the form, or None, *blank* the number of blanks
    before the parenthesis. *may_be_choice* is true for an unreadable status that may name any
    choice group.
    """

    word: str = ""
    suggestion: str | None = None
    demand: Demand | None = None
    argument: str | None = None
    start: int = 0
    malformed: str | None = None
    blank: int = 0
    may_be_choice: bool = False


_UNKNOWN = Form(may_be_choice=True)


class Status(NamedTuple):
    """
    A parsed status: the value of *key* in *section*.

    *choices* are the expected words. *continued* is the span of the first continuation line, None
    if there is none, as there should be. The other fields are those of its form.
    """

    section: Section
    key: str
    choices: tuple[str, ...]
    continued: Span | None
    word: str
    suggestion: str | None
    demand: Demand | None
    argument: str | None
    start: int
    malformed: str | None
    blank: int
    may_be_choice: bool

    @property
    def entry(self) -> Entry:
        """The entry of the status."""
        return self.section.entry(self.key)

    @property
    def is_conditional(self) -> bool:
        """Whether the word is the one in the header comment of many files."""
        return not self.malformed and strip_invisible(self.word).lower() == CONDITIONAL

    @property
    def is_unknown(self) -> bool:
        """Whether the word is none of the expected ones."""
        if self.word == self.suggestion or self.malformed or self.is_conditional:
            return False
        if not self.section.is_known(self.key):
            return False
        return strip_invisible(self.word) != self.suggestion

    @property
    def argument_span(self) -> Span:
        """The span of the argument, without the blanks around it."""
        return self.entry.part(self.start, len(self.argument or ""))

    @property
    def word_span(self) -> Span:
        """The span of the word."""
        return self.entry.part(0, len(self.word))


class StatusParser:
    """
    A parser for the statuses of one field, with its *words*.

    There are many features but few different statuses: each form is parsed once.
    """

    __slots__ = ("_choices", "_forms", "_values_below", "_words")

    def __init__(self, words: Mapping[str, Demand], values_below: Collection[int]) -> None:
        self._words = words
        self._choices = tuple(words)
        self._forms: dict[str, Form] = {}
        self._values_below = values_below

    def parse(self, section: Section, key: str) -> Status:
        """Parse the value of the present *key* in *section* as a status."""
        if not section.is_known(key):
            return Status(section, key, self._choices, None, *_UNKNOWN)
        first, _, rest = section.values[key].partition("\n")
        continued = None
        if rest or self._values_below:
            continued = self._find_continuation(section.entry(key), has_rest=bool(rest))
        return Status(section, key, self._choices, continued, *self._parse_form(first))

    def _find_continuation(self, entry: Entry, *, has_rest: bool) -> Span | None:
        is_below = entry.line in self._values_below
        if not (has_rest or is_below):
            return None
        return entry.value_spans[0 if is_below else 1]

    def _parse_form(self, text: str) -> Form:
        form = self._forms.get(text)
        if form is None:
            form = self._forms[text] = _parse_form(text, self._words)
        return form


def _parse_form(text: str, words: Mapping[str, Demand]) -> Form:
    form = _FORM.fullmatch(text)
    word = (form["word"] if form else re.split(r"[\s()]", text, maxsplit=1)[0]).strip()
    argument = form["argument"] if form else None
    suggestion = _find_suggestion(word, words)
    demand = words.get(suggestion) if suggestion else None
    error = _find_error(word, argument, demand, words) if form else _describe_parentheses(text)
    if error:
        return Form(word, malformed=error, may_be_choice=demand in (None, Demand.CHOICE))
    blank = len(form["word"]) - len(form["word"].rstrip()) if form else 0
    start = text.index("(") + 1 if argument is not None else 0
    argument = argument or ""
    return Form(
        word,
        suggestion,
        demand,
        argument=strip_invisible(argument.strip()) or None,
        start=start + len(argument) - len(argument.lstrip()),
        malformed="a blank stands before the parenthesis" if blank else None,
        blank=blank,
        may_be_choice=demand is None and (bool(argument) or _is_choice_prefix(word, words)),
    )


def _describe_parentheses(text: str) -> str:
    """Return the error in the parentheses of *text*."""
    if text.count("(") != text.count(")"):
        return "its parentheses do not pair"
    if text.rstrip().endswith(")"):
        return "parentheses stand inside its argument"
    return "something stands behind its parenthesis"


def _is_choice_prefix(word: str, words: Mapping[str, Demand]) -> bool:
    """Return whether *word* may be a truncated word for a choice."""
    return any(name.startswith(word) for name, demand in words.items() if demand is Demand.CHOICE)


def _find_suggestion(word: str, words: Mapping[str, Demand]) -> str | None:
    visible = strip_invisible(word)
    if visible in words:
        return visible
    conditions = [name for name, demand in words.items() if demand is Demand.CONDITION]
    known = (*words, CONDITIONAL) if conditions else tuple(words)
    suggestion = closest_match(visible, known) or closest_match(strip_comment(visible), known)
    return conditions[0] if suggestion == CONDITIONAL else suggestion


def _find_error(
    word: str, argument: str | None, demand: Demand | None, words: Mapping[str, Demand]
) -> str | None:
    if not word:
        return "it is empty" if argument is None else "it has no word"
    if argument is not None and not strip_invisible(argument).strip():
        return "its parentheses are empty"
    if demand in _TAKES_ARGUMENT and argument is None:
        return "it needs its argument in parentheses"
    if argument is None and words.get(word.split(maxsplit=1)[0]) in _TAKES_ARGUMENT:
        return "it needs its argument in parentheses"
    if argument is not None and demand not in (None, *_TAKES_ARGUMENT):
        return "it takes no argument"
    return None
