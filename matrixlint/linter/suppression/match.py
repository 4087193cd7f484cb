"""What the suppressions of a file silence, by the rules that they name."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from matrixlint.config.rule_selection import ALL, specificity
from matrixlint.diagnostic import Diagnostic
from matrixlint.rules.rule import Rule
from matrixlint.syntax.suppression_comments import SuppressionComment

COMMENT = "comment"
# The rules that speak of suppressions: nothing shorter than this silences them.
OWN = "MX9"


class SuppressionMatcher:
    """
    The suppressions of a file, and the *rules* that there are.

    *named* are the codes of the rules that each word of those without a fault names; one
    without brackets says ALL.
    """

    __slots__ = ("_covers", "_words", "named", "rules", "suppressions")

    def __init__(self, suppressions: Sequence[SuppressionComment], rules: Sequence[Rule]) -> None:
        self.suppressions = suppressions
        self.rules = rules
        ranges: dict[str, list[range]] = {}
        for each in suppressions:
            if each.error is not None:
                continue
            for word in split_words(each):
                ranges.setdefault(word, []).append(each.lines)
        self._covers = {word: _Cover(own) for word, own in ranges.items()}
        self.named = {word: find_named(word, rules) for word in ranges}
        self._words: dict[str, list[str]] = {}
        for word, codes in self.named.items():
            for code in codes:
                self._words.setdefault(code, []).append(word)

    def mark(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return *diagnostics*, those that a comment silences marked."""
        return [
            diagnostic._replace(suppressed=COMMENT) if self._holds(diagnostic) else diagnostic
            for diagnostic in diagnostics
        ]

    def _holds(self, diagnostic: Diagnostic) -> bool:
        return any(
            diagnostic.line in self._covers[word] for word in self._words.get(diagnostic.code, ())
        )


def split_words(suppression: SuppressionComment) -> tuple[str, ...]:
    """Return what *suppression* names, each once."""
    texts = dict.fromkeys(name.text for name in suppression.rules)
    return tuple(texts) or (ALL,)


def find_named(word: str, rules: Iterable[Rule]) -> frozenset[str]:
    """Return the codes of those of *rules* that a suppression names with *word*."""
    return frozenset(
        rule.code
        for rule in rules
        if specificity(word, rule) >= (len(OWN) if rule.code.startswith(OWN) else 1)
    )


class _Cover:
    """Lines in ranges that may overlap."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, ranges: Iterable[range]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        end = 0
        for each in sorted(ranges, key=lambda own: own.start):
            end = max(end, each.stop)
            self._starts.append(each.start)
            self._ends.append(end)

    def __contains__(self, line: int) -> bool:
        at = bisect_right(self._starts, line)
        return at > 0 and line < self._ends[at - 1]
