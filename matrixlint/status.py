"""How much a feature matters: the word, its argument, and what may be wrong with them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from matrixlint.diagnostic import Span
from matrixlint.dialect import Demand
from matrixlint.document import Entry
from matrixlint.expression import expression
from matrixlint.invisible import plain
from matrixlint.near import before_comment, near

CONDITIONAL = "conditional"
_TAKES_ARGUMENT = (Demand.CHOICE, Demand.CONDITION)
_FORM = expression(r"(?P<word>[^()]*)(?:\((?P<argument>[^()]*)\))?")


class Status(NamedTuple):
    """
    A status as it is read.

    *word* is as written, *meant* what it is read as, None where that is not known; then
    *demand* is None too. *argument* stood between the parentheses, from *start* (0-based)
    on. *malformed* says what is wrong with the form, *blank* how many blanks stand before
    the parenthesis; *continued* is the first line of continuation, where there should be
    none. *may_be_choice* says that an unreadable status may name any group. *choices* are
    the words expected.
    """

    entry: Entry
    choices: tuple[str, ...]
    word: str = ""
    meant: str | None = None
    demand: Demand | None = None
    argument: str | None = None
    start: int = 0
    malformed: str | None = None
    blank: int = 0
    continued: Span | None = None
    may_be_choice: bool = False

    @property
    def is_conditional(self) -> bool:
        """Say whether it is spelt as the header comment of many files has it."""
        return not self.malformed and plain(self.word).lower() == CONDITIONAL

    @property
    def is_unknown(self) -> bool:
        """Say whether the word is none of the expected ones."""
        if self.malformed or self.is_conditional or not self.entry.is_sure:
            return False
        return plain(self.word) != self.meant

    @property
    def argument_span(self) -> Span:
        """The place of the argument, without the blanks around it."""
        return self.entry.part(self.start, len(self.argument or ""))

    @property
    def word_span(self) -> Span:
        """The place of the word."""
        return self.entry.part(0, len(self.word))


def read_status(entry: Entry, words: Mapping[str, Demand], *, is_hanging: bool) -> Status:
    """
    Return the status that *entry* holds, in terms of *words*.

    *is_hanging* says that the value begins on the line below its key.
    """
    status = Status(entry, tuple(words))
    if not entry.is_sure:
        return status._replace(may_be_choice=True)
    first, _, rest = entry.value.partition("\n")
    if rest or is_hanging:
        continued = entry.value_spans[0 if is_hanging else 1]
        return _read_form(status, first, words)._replace(continued=continued)
    return _read_form(status, first, words)


def _read_form(status: Status, text: str, words: Mapping[str, Demand]) -> Status:
    form = _FORM.fullmatch(text)
    word = (form["word"] if form else re.split(r"[\s()]", text, maxsplit=1)[0]).strip()
    argument = form["argument"] if form else None
    meant = _meant(word, words)
    demand = words.get(meant) if meant else None
    status = status._replace(word=word)
    reason = _malformed(word, argument, demand, words) if form else _unpaired(text)
    if reason:
        return status._replace(malformed=reason, may_be_choice=demand in (None, Demand.CHOICE))
    blank = len(form["word"]) - len(form["word"].rstrip()) if form else 0
    if blank:
        status = status._replace(malformed="a blank stands before the parenthesis", blank=blank)
    start = text.index("(") + 1 if argument is not None else 0
    argument = argument or ""
    return status._replace(
        meant=meant,
        demand=demand,
        argument=plain(argument.strip()) or None,
        start=start + len(argument) - len(argument.lstrip()),
        may_be_choice=demand is None and (bool(argument) or _begins_choice(word, words)),
    )


def _unpaired(text: str) -> str:
    if text.count("(") != text.count(")"):
        return "its parentheses do not pair"
    if text.rstrip().endswith(")"):
        return "parentheses stand inside its argument"
    return "something stands behind its parenthesis"


def _begins_choice(word: str, words: Mapping[str, Demand]) -> bool:
    """Say whether the line may be a choice that was cut off."""
    return any(name.startswith(word) for name, demand in words.items() if demand is Demand.CHOICE)


def _meant(word: str, words: Mapping[str, Demand]) -> str | None:
    seen = plain(word)
    if seen in words:
        return seen
    conditions = [name for name, demand in words.items() if demand is Demand.CONDITION]
    known = (*words, CONDITIONAL) if conditions else tuple(words)
    found = near(seen, known) or near(before_comment(seen), known)
    return conditions[0] if found == CONDITIONAL else found


def _malformed(
    word: str, argument: str | None, demand: Demand | None, words: Mapping[str, Demand]
) -> str | None:
    if not word:
        return "it is empty" if argument is None else "it has no word"
    if argument is not None and not plain(argument).strip():
        return "its parentheses are empty"
    if demand in _TAKES_ARGUMENT and argument is None:
        return "it needs its argument in parentheses"
    if argument is None and words.get(word.split(maxsplit=1)[0]) in _TAKES_ARGUMENT:
        return "it needs its argument in parentheses"
    if argument is not None and demand not in (None, *_TAKES_ARGUMENT):
        return "it takes no argument"
    return None
