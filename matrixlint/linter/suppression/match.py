"""Match the suppressions of a file with its diagnostics."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from matrixlint.config.rule_selection import ALL, specificity
from matrixlint.diagnostic import Diagnostic
from matrixlint.rules.rule import Rule
from matrixlint.syntax.suppression_comments import SuppressionComment

COMMENT = "comment"
# Rules about suppressions: a shorter selector does not suppress them.
OWN = "MX9"


class SuppressionMatcher:
    """
    Matcher of the suppressions of a file, given all *rules*.

    *codes_by_word* are the codes of the rules that each word of a valid suppression
    matches; the word of a suppression without brackets is ALL.
    """

    __slots__ = ("_lines_by_word", "_words_by_code", "codes_by_word", "rules", "suppressions")

    def __init__(self, suppressions: Sequence[SuppressionComment], rules: Sequence[Rule]) -> None:
        self.suppressions = suppressions
        self.rules = rules
        ranges: dict[str, list[range]] = {}
        for each in suppressions:
            if each.error is not None:
                continue
            for word in split_words(each):
                ranges.setdefault(word, []).append(each.lines)
        self._lines_by_word = {word: _LineSet(own) for word, own in ranges.items()}
        self.codes_by_word = {word: match_rules(word, rules) for word in ranges}
        self._words_by_code: dict[str, list[str]] = {}
        for word, codes in self.codes_by_word.items():
            for code in codes:
                self._words_by_code.setdefault(code, []).append(word)

    def mark(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return *diagnostics*, with those suppressed by a comment marked."""
        return [
            diagnostic._replace(suppressed=COMMENT)
            if self._is_suppressed(diagnostic)
            else diagnostic
            for diagnostic in diagnostics
        ]

    def _is_suppressed(self, diagnostic: Diagnostic) -> bool:
        return any(
            diagnostic.line in self._lines_by_word[word]
            for word in self._words_by_code.get(diagnostic.code, ())
        )


def split_words(suppression: SuppressionComment) -> tuple[str, ...]:
    """Return the words of *suppression*, each once."""
    texts = dict.fromkeys(name.text for name in suppression.rules)
    return tuple(texts) or (ALL,)


def match_rules(word: str, rules: Iterable[Rule]) -> frozenset[str]:
    """Return the codes of those *rules* that *word* of a suppression matches."""
    return frozenset(
        rule.code
        for rule in rules
        if specificity(word, rule) >= (len(OWN) if rule.code.startswith(OWN) else 1)
    )


class _LineSet:
    """Set of lines, given as ranges that may overlap."""

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
