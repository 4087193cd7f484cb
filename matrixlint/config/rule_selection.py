"""Rule selection: the most specific selector of a rule decides whether it runs."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from matrixlint.diagnostic import Severity
from matrixlint.rules.rule import Rule
from matrixlint.text.phrases import format_suggestion
from matrixlint.text.similarity import closest_match

ALL = "ALL"
# Rules that compare the matrices of a project and read its documents: selected together.
PROJECT = frozenset({"MX851", "MX852", "MX853", "MX854", "MX855"})
# Minimum length of a selector that selects the rule; shorter ones do not.
_MIN_LENGTHS = {"MX804": len("MX804"), **dict.fromkeys(PROJECT, len("MX85"))}
_DIGITS = "0123456789"


class RuleSelectors(NamedTuple):
    """Rule selection of one source: the configuration or the command line."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


NO_SELECTORS = RuleSelectors()


class UnknownSelector:
    """Selector that matches no rule, with a suggestion."""

    __slots__ = ("selector", "suggestion")

    def __init__(
        self,
        selector: str,
        suggestion: str | None,
    ) -> None:
        self.selector = selector
        self.suggestion = suggestion

    def __str__(self) -> str:
        return f"unknown rule {self.selector!r}{format_suggestion(self.suggestion)}"


def is_on_by_default(rule: Rule) -> bool:
    """Return whether *rule* runs if nothing is selected."""
    return rule.severity is not Severity.INFO and rule.code not in _MIN_LENGTHS


def select_rules(
    rules: Iterable[Rule], config: RuleSelectors, command: RuleSelectors = NO_SELECTORS
) -> frozenset[str]:
    """
    Return the codes of the rules that run.

    The longest selector that matches a rule decides: its code or name before ``MX40``,
    ``MX40`` before ``MX4``, and ``ALL`` last. Between equal ones the command line takes
    precedence over the configuration, then ignoring over selecting. A ``select`` of the
    command line replaces what the configuration selects.
    """
    if command.select is not None:
        config = RuleSelectors(ignore=config.ignore)
    return frozenset(rule.code for rule in rules if _is_selected(rule, config, command))


def drop_rules(
    codes: frozenset[str], rules: Iterable[Rule], selectors: Iterable[str]
) -> frozenset[str]:
    """Return *codes* without those of the rules that *selectors* match."""
    matching = {rule.code for rule in rules for word in selectors if specificity(word, rule)}
    return codes - matching


def find_unknown_selectors(
    selectors: Iterable[str], rules: Iterable[Rule]
) -> Iterator[UnknownSelector]:
    """Yield those of *selectors* that match no rule."""
    rules = tuple(rules)
    for selector in selectors:
        if not any(specificity(selector, rule) for rule in rules):
            names = [name for rule in rules for name in (rule.code, rule.name)]
            yield UnknownSelector(selector, closest_match(selector, [ALL, *names]))


def specificity(selector: str, rule: Rule) -> int:
    """Return how exactly *selector* matches *rule*: 0 if not at all, 1 for ``ALL``."""
    if selector == ALL:
        return 1
    if selector in (rule.code, rule.name):
        return len(rule.code)
    is_prefix = selector.startswith(rule.code.rstrip(_DIGITS))
    return len(selector) if is_prefix and rule.code.startswith(selector) else 0


def _is_selected(rule: Rule, config: RuleSelectors, command: RuleSelectors) -> bool:
    candidates = [*_rank_selectors(rule, config, 0), *_rank_selectors(rule, command, 1)]
    if config.select is None and command.select is None:
        candidates.append((0, 0, not is_on_by_default(rule)))
    _, _, ignored = max(candidates, default=(0, 0, True))
    return not ignored


def _rank_selectors(
    rule: Rule, selectors: RuleSelectors, rank: int
) -> Iterator[tuple[int, int, bool]]:
    minimum = _MIN_LENGTHS.get(rule.code, 1)
    for selector in (*(selectors.select or ()), *selectors.extend_select):
        if specificity(selector, rule) >= minimum:
            yield specificity(selector, rule), rank, False
    for selector in selectors.ignore:
        if specificity(selector, rule):
            yield specificity(selector, rule), rank, True
