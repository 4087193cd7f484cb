"""What is wrong with suppressions: the findings of the rules that speak of them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from matrixlint.config.settings import Settings
from matrixlint.diagnostic import Diagnostic, Fix
from matrixlint.linter.suppression.match import OWN, SuppressionMatcher, split_words
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding, Rule
from matrixlint.syntax.suppression_comments import SuppressionComment
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.phrases import format_hint, join_or
from matrixlint.text.similarity import closest_match
from matrixlint.text.source import Source
from matrixlint.text.span import Edit

UNUSED, UNKNOWN, UNREASONED = "MX901", "MX902", "MX903"
# A code of a plugin: whether or not it is loaded here, somebody may know it.
_FOREIGN = compile_lazily(r"(?!MX)[A-Z]{2,5}\d{3}")
# Faults that take text away: what a comment would silence there is not known.
_CUTTING = frozenset({"MX001", "MX004", "MX005", "MX007", "MX011"})

Lines = Mapping[str, Sequence[int]]


class SuppressionFinding(NamedTuple):
    """A finding about a suppression; no other suppression silences one that *is_last*."""

    code: str
    finding: Finding
    is_last: bool = False


def check_suppressions(
    matcher: SuppressionMatcher,
    diagnostics: Sequence[Diagnostic],
    matrix: Matrix,
    settings: Settings,
) -> list[SuppressionFinding]:
    """Return what is wrong with the suppressions, *diagnostics* being what the rules have found."""
    told = [
        reproach
        for each in matcher.suppressions
        for reproach in (*_of_words(each, matcher), *_of_reason(each, settings))
    ]
    if not _is_judged(matrix):
        return told
    lines: dict[str, list[int]] = {}
    for diagnostic in diagnostics:
        lines.setdefault(diagnostic.code, []).append(diagnostic.line)
    for reproach in told:
        lines.setdefault(reproach.code, []).append(reproach.finding.span.line)
    return [*told, *_of_use(matcher, lines, settings.reliable_codes, matrix.document.source)]


def _of_words(
    suppression: SuppressionComment, matcher: SuppressionMatcher
) -> Iterator[SuppressionFinding]:
    if suppression.error is not None:
        finding = Finding(suppression.span, suppression.error, hint=suppression.hint)
        yield SuppressionFinding(UNKNOWN, finding)
        return
    for name in suppression.rules:
        if not matcher.named[name.text] and not _FOREIGN.fullmatch(name.text):
            suggestion = _find_suggestion(name.text, matcher.rules)
            fix = (
                Fix(f"write {suggestion!r}", (Edit(name.span, suggestion),)) if suggestion else None
            )
            message = f"suppression names {name.text!r}, which is no rule"
            hint = format_hint(suggestion)
            yield SuppressionFinding(UNKNOWN, Finding(name.span, message, hint=hint, fix=fix))


def _of_reason(suppression: SuppressionComment, settings: Settings) -> Iterator[SuppressionFinding]:
    is_wanted = settings.require_suppression_reason and suppression.error is None
    if is_wanted and not suppression.reason:
        message = "suppression gives no reason; expected '-- REASON' behind it"
        yield SuppressionFinding(UNREASONED, Finding(suppression.span, message))


def _find_suggestion(word: str, rules: Sequence[Rule]) -> str | None:
    # A misspelt code is near another code: to look at one half of the words is enough.
    is_code = any(map(str.isdigit, word))
    return closest_match(word, [rule.code if is_code else rule.name for rule in rules])


def _is_judged(matrix: Matrix) -> bool:
    # What a fault takes away is not known: a comment may be there for just that.
    document = matrix.document
    cut = any(error.code in _CUTTING for error in document.errors)
    return document.is_read and bool(matrix.drivers) and not cut


def _of_use(
    matcher: SuppressionMatcher, lines: Lines, ran: frozenset[str], source: Source
) -> Iterator[SuppressionFinding]:
    first = _unused(matcher, lines, ran, own=False)
    found = [matcher.suppressions[index].span.line for index in first]
    second = _unused(matcher, {**lines, UNUSED: found}, ran, own=True)
    for index in sorted({*first, *second}):
        unused = [*first.get(index, ()), *second.get(index, ())]
        finding = _finding(matcher.suppressions[index], unused, source)
        yield SuppressionFinding(UNUSED, finding, index not in first)


def _unused(
    matcher: SuppressionMatcher, lines: Lines, ran: frozenset[str], *, own: bool
) -> dict[int, list[str]]:
    """
    Return the words that have silenced nothing, by the index of their suppression.

    Those that name only the rules on suppressions are judged on their own, when it is
    known what those have found.
    """
    spoken = {}
    for word, named in matcher.named.items():
        codes = named & ran
        if codes and own is all(code.startswith(OWN) for code in codes):
            spoken[word] = sorted(line for code in codes for line in lines.get(code, ()))
    found: dict[int, list[str]] = {}
    for index, each in enumerate(matcher.suppressions):
        if each.error is not None:
            continue
        for word in split_words(each):
            if word in spoken and not _meets(spoken[word], each.lines):
                found.setdefault(index, []).append(word)
    return found


def _meets(lines: Sequence[int], covered: range) -> bool:
    at = bisect_left(lines, covered.start)
    return at < len(lines) and lines[at] < covered.stop


def _finding(suppression: SuppressionComment, unused: Sequence[str], source: Source) -> Finding:
    idle = set(unused)
    kept = [word for word in split_words(suppression) if word not in idle]
    message = "suppression silences nothing"
    if suppression.inside is not None:
        message = f"suppression silences nothing of {join_or(map(repr, unused))}"
    if suppression.inside is not None and kept:
        edit = Edit(suppression.inside, ", ".join(kept))
        fix = Fix(f"drop {' and '.join(map(repr, unused))}", (edit,), safe=True)
    else:
        fix = Fix("drop the comment", (source.drop(suppression.span.line),), safe=True)
    return Finding(suppression.span, message, fix=fix)
