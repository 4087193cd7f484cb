"""Which rules run: selectors, and the most exact of them decides."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from matrixlint.diagnostic import Severity
from matrixlint.rules.rule import Rule
from matrixlint.text.phrases import format_suggestion
from matrixlint.text.similarity import closest_match

ALL = "ALL"
# Rules that compare the matrices of a project, and read its documents: they are asked for together.
PROJECT = frozenset({"MX851", "MX852", "MX853", "MX854", "MX855"})
# How long a selector has to be for those that a shorter one does not choose.
_LEAST = {"MX804": len("MX804"), **dict.fromkeys(PROJECT, len("MX85"))}
_DIGITS = "0123456789"


class RuleSelectors(NamedTuple):
    """What one place, the configuration or the command line, says of the selection."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


NO_SELECTORS = RuleSelectors()


class UnknownSelector(NamedTuple):
    """A selector that names no rule, and what it was probably meant to be."""

    selector: str
    suggestion: str | None

    def __str__(self) -> str:
        return f"unknown rule {self.selector!r}{format_suggestion(self.suggestion)}"


def is_on_by_default(rule: Rule) -> bool:
    """Say whether *rule* runs where nobody selects anything."""
    return rule.severity is not Severity.INFO and rule.code not in _LEAST


def select_rules(
    rules: Iterable[Rule], config: RuleSelectors, command: RuleSelectors = NO_SELECTORS
) -> frozenset[str]:
    """
    Return the codes of the rules that run.

    The longest selector that names a rule decides: its code or name before ``MX40``,
    that before ``MX4``, and ``ALL`` last. Between equals the command line beats the
    configuration, then ignoring beats selecting. A ``select`` of the command line takes
    the place of what the configuration selects.
    """
    if command.select is not None:
        config = RuleSelectors(ignore=config.ignore)
    return frozenset(rule.code for rule in rules if _runs(rule, config, command))


def drop_rules(
    codes: frozenset[str], rules: Iterable[Rule], selectors: Iterable[str]
) -> frozenset[str]:
    """Return *codes* less those of the rules that *selectors* name."""
    named = {rule.code for rule in rules for word in selectors if specificity(word, rule)}
    return codes - named


def find_unknown_selectors(
    selectors: Iterable[str], rules: Iterable[Rule]
) -> Iterator[UnknownSelector]:
    """Yield those of *selectors* that name no rule."""
    rules = tuple(rules)
    for selector in selectors:
        if not any(specificity(selector, rule) for rule in rules):
            names = [name for rule in rules for name in (rule.code, rule.name)]
            yield UnknownSelector(selector, closest_match(selector, [ALL, *names]))


def specificity(selector: str, rule: Rule) -> int:
    """Return how exactly *selector* names *rule*: 0 where it doesn't, 1 for ``ALL``."""
    if selector == ALL:
        return 1
    if selector in (rule.code, rule.name):
        return len(rule.code)
    is_prefix = selector.startswith(rule.code.rstrip(_DIGITS))
    return len(selector) if is_prefix and rule.code.startswith(selector) else 0


def _runs(rule: Rule, config: RuleSelectors, command: RuleSelectors) -> bool:
    votes = [*_votes(rule, config, 0), *_votes(rule, command, 1)]
    if config.select is None and command.select is None:
        votes.append((0, 0, not is_on_by_default(rule)))
    _, _, ignored = max(votes, default=(0, 0, True))
    return not ignored


def _votes(rule: Rule, choice: RuleSelectors, rank: int) -> Iterator[tuple[int, int, bool]]:
    least = _LEAST.get(rule.code, 1)
    for selector in (*(choice.select or ()), *choice.extend_select):
        if specificity(selector, rule) >= least:
            yield specificity(selector, rule), rank, False
    for selector in choice.ignore:
        if specificity(selector, rule):
            yield specificity(selector, rule), rank, True
