"""Check suppressions: the findings of the rules about suppressions (MX9)."""

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
# Code of a plugin's rule: the plugin need not be loaded here.
_PLUGIN_CODE = compile_lazily(r"(?!MX)[A-Z]{2,5}\d{3}")
# Syntax errors that lose text: what a comment would suppress there is unknown.
_CODES_THAT_LOSE_TEXT = frozenset({"MX001", "MX004", "MX005", "MX007", "MX011"})

Lines = Mapping[str, Sequence[int]]


class SuppressionFinding(NamedTuple):
    """Finding about a suppression; one that *is_last* cannot be suppressed."""

    code: str
    finding: Finding
    is_last: bool = False


def check_suppressions(
    matcher: SuppressionMatcher,
    diagnostics: Sequence[Diagnostic],
    matrix: Matrix,
    settings: Settings,
) -> list[SuppressionFinding]:
    """Return the findings about suppressions, given the *diagnostics* of the rules."""
    findings = [
        finding
        for each in matcher.suppressions
        for finding in (*_check_words(each, matcher), *_check_reason(each, settings))
    ]
    if not _can_check_use(matrix):
        return findings
    lines: dict[str, list[int]] = {}
    for diagnostic in diagnostics:
        lines.setdefault(diagnostic.code, []).append(diagnostic.line)
    for finding in findings:
        lines.setdefault(finding.code, []).append(finding.finding.span.line)
    return [*findings, *_check_use(matcher, lines, settings.reliable_codes, matrix.document.source)]


def _check_words(
    suppression: SuppressionComment, matcher: SuppressionMatcher
) -> Iterator[SuppressionFinding]:
    if suppression.error is not None:
        finding = Finding(suppression.span, suppression.error, hint=suppression.hint)
        yield SuppressionFinding(UNKNOWN, finding)
        return
    for name in suppression.rules:
        if not matcher.codes_by_word[name.text] and not _PLUGIN_CODE.fullmatch(name.text):
            suggestion = _find_suggestion(name.text, matcher.rules)
            fix = (
                Fix(f"write {suggestion!r}", (Edit(name.span, suggestion),)) if suggestion else None
            )
            message = f"suppression names {name.text!r}, which is no rule"
            hint = format_hint(suggestion)
            yield SuppressionFinding(UNKNOWN, Finding(name.span, message, hint=hint, fix=fix))


def _check_reason(
    suppression: SuppressionComment, settings: Settings
) -> Iterator[SuppressionFinding]:
    is_required = settings.require_suppression_reason and suppression.error is None
    if is_required and not suppression.reason:
        message = "suppression gives no reason; expected '-- REASON' behind it"
        yield SuppressionFinding(UNREASONED, Finding(suppression.span, message))


def _find_suggestion(word: str, rules: Sequence[Rule]) -> str | None:
    # A misspelt code is similar to a code, a misspelt name to a name.
    is_code = any(map(str.isdigit, word))
    return closest_match(word, [rule.code if is_code else rule.name for rule in rules])


def _can_check_use(matrix: Matrix) -> bool:
    # A comment may be there for text that a syntax error has lost.
    document = matrix.document
    cut = any(error.code in _CODES_THAT_LOSE_TEXT for error in document.errors)
    return document.is_read and bool(matrix.drivers) and not cut


def _check_use(
    matcher: SuppressionMatcher, lines: Lines, selected: frozenset[str], source: Source
) -> Iterator[SuppressionFinding]:
    first = _find_unused_words(matcher, lines, selected, own=False)
    found = [matcher.suppressions[index].span.line for index in first]
    second = _find_unused_words(matcher, {**lines, UNUSED: found}, selected, own=True)
    for index in sorted({*first, *second}):
        unused = [*first.get(index, ()), *second.get(index, ())]
        finding = _make_unused_finding(matcher.suppressions[index], unused, source)
        yield SuppressionFinding(UNUSED, finding, index not in first)


def _find_unused_words(
    matcher: SuppressionMatcher, lines: Lines, selected: frozenset[str], *, own: bool
) -> dict[int, list[str]]:
    """
    Return the words that suppressed nothing, by index of the suppression.

    Words that match only rules about suppressions (*own*) are checked separately, when
    the findings of these rules are known.
    """
    diagnostic_lines = {}
    for word, matched in matcher.codes_by_word.items():
        codes = matched & selected
        if codes and own is all(code.startswith(OWN) for code in codes):
            diagnostic_lines[word] = sorted(line for code in codes for line in lines.get(code, ()))
    found: dict[int, list[str]] = {}
    for index, each in enumerate(matcher.suppressions):
        if each.error is not None:
            continue
        for word in split_words(each):
            if word in diagnostic_lines and not _contains_any(diagnostic_lines[word], each.lines):
                found.setdefault(index, []).append(word)
    return found


def _contains_any(lines: Sequence[int], suppressed: range) -> bool:
    at = bisect_left(lines, suppressed.start)
    return at < len(lines) and lines[at] < suppressed.stop


def _make_unused_finding(
    suppression: SuppressionComment, unused: Sequence[str], source: Source
) -> Finding:
    unused_words = set(unused)
    kept = [word for word in split_words(suppression) if word not in unused_words]
    message = "suppression silences nothing"
    if suppression.inside is not None:
        message = f"suppression silences nothing of {join_or(map(repr, unused))}"
    if suppression.inside is not None and kept:
        edit = Edit(suppression.inside, ", ".join(kept))
        fix = Fix(f"drop {' and '.join(map(repr, unused))}", (edit,), safe=True)
    else:
        fix = Fix("drop the comment", (source.drop(suppression.span.line),), safe=True)
    return Finding(suppression.span, message, fix=fix)
