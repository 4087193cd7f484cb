"""Suppression comments: their rules and reason, and the lines that they cover."""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from matrixlint.syntax.document import Document, is_blank_or_comment
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.similarity import closest_match
from matrixlint.text.span import Span

_MARK = "matrixlint:"
IGNORE = "ignore"
IGNORE_FILE = "ignore-file"
ACTIONS = (IGNORE, IGNORE_FILE)
_COMMENT = compile_lazily(
    r"""
    \s*+ [#;]++ \s*+ matrixlint: \s*+
    (?> (?P<word> [^\W_]++ (?> (?: [-_] [^\W_]++ )* ) )? ) [^\S\n]*+
    (?> (?: \[ (?P<rules> [^\]]*+ ) (?P<close> \] )? )? )
    (?P<rest> .*+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_RULE = compile_lazily(r"[^\s,]+")


class RuleName(NamedTuple):
    """A rule as a comment names it: a code, the beginning of codes, or a name."""

    text: str
    span: Span


class SuppressionComment(NamedTuple):
    """
    A suppression comment.

    *rules* are the rules in its brackets, *inside* the span of the text between them; a
    comment without brackets suppresses every rule. *is_whole* is true if it suppresses in the
    whole file. *lines* are the lines (1-based) that it covers, beginning with its own. *error*
    is what is wrong with its form, *hint* the suggestion; a comment with an error suppresses
    nothing.
    """

    span: Span
    is_whole: bool
    rules: tuple[RuleName, ...]
    inside: Span | None
    reason: str
    lines: range
    error: str | None = None
    hint: str | None = None


def parse_suppressions(document: Document) -> list[SuppressionComment]:
    """Return the suppressions of *document* in the order of the file."""
    texts = document.source.lines
    comments = {
        number: match
        for number, text in enumerate(texts, 1)
        # Lines that no rule checks, as the other side of a conflict, are blank after recovery.
        if _MARK in text and document.lines[number - 1]
        for match in [_COMMENT.match(text)]
        if match
    }
    covered = _find_covered_lines(document.lines, comments.keys())
    return [
        _build_comment(match, number, covered[number], len(texts))
        for number, match in comments.items()
    ]


def _build_comment(
    match: re.Match[str], number: int, lines: range, total: int
) -> SuppressionComment:
    text = match.string.strip()
    inside = _get_group_span(number, match, "rules")
    error, hint = _find_error(match)
    is_whole = match["word"] == IGNORE_FILE
    return SuppressionComment(
        span=Span.within(number, match.string.index(text) + 1, len(text)),
        is_whole=is_whole,
        rules=tuple(_find_rules(number, match)),
        inside=inside,
        reason=match["rest"].partition("--")[2].strip(),
        lines=range(1, total + 1) if is_whole else lines,
        error=error,
        hint=hint,
    )


def _get_group_span(number: int, match: re.Match[str], group: str) -> Span | None:
    if match[group] is None:
        return None
    return Span.within(number, match.start(group) + 1, len(match[group]))


def _find_rules(number: int, match: re.Match[str]) -> Iterator[RuleName]:
    for rule in _RULE.finditer(match["rules"] or ""):
        column = match.start("rules") + rule.start() + 1
        yield RuleName(rule[0], Span.within(number, column, len(rule[0])))


def _find_error(match: re.Match[str]) -> tuple[str | None, str | None]:
    """Return the error of a comment and the hint; None if it is valid."""
    word, rest = match["word"], match["rest"].strip()
    if word is None:
        return f"comment asks for nothing; expected {IGNORE} or {IGNORE_FILE}", None
    if word not in ACTIONS:
        suggestion = closest_match(word, ACTIONS)
        hint = f"did you mean {suggestion!r}?" if suggestion else None
        return f"{word!r} is no suppression; expected {IGNORE} or {IGNORE_FILE}", hint
    if match["rules"] is None:
        if rest and not rest.startswith("--"):
            return f"{word!r} is followed by {rest!r}; expected '[RULE]' or '-- REASON'", None
    elif not match["close"]:
        return "'[' of the suppression is not closed", None
    elif not _RULE.search(match["rules"]):
        return "suppression names no rule in its brackets", None
    return None, None


def _find_covered_lines(lines: list[str], comments: Container[int]) -> dict[int, range]:
    """
    Return the lines (1-based) that each of *comments* covers.

    The next item is the next key with all its lines, the rest of a value that contains the
    comment, the whole section if a header is next, or the rest of the file. One pass from the
    last line to the first finds all.
    """
    covered = {}
    key_end = section_end = 0
    below = len(lines)
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        if is_blank_or_comment(line):
            if number in comments:
                covered[number] = range(number, below + 1)
            continue
        key_end = key_end or number
        section_end = section_end or number
        below = key_end
        if line[0] == "[":
            below = section_end
            key_end = section_end = 0
        elif not line[0].isspace():
            key_end = 0
    return covered
