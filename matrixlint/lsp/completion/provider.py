"""Completion provider: the items at a position of a text."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matrixlint.lsp.analysis import Analysis
from matrixlint.lsp.completion.item import CompletionItem, ItemKind
from matrixlint.lsp.completion.keys import complete_keys
from matrixlint.lsp.completion.values import complete_values
from matrixlint.lsp.positions import Location
from matrixlint.rules.plugins import load_rules
from matrixlint.syntax.document import DELIMITER, Section
from matrixlint.syntax.suppression_comments import ACTIONS
from matrixlint.text.span import Span

_DIRECTIVE = re.compile(r"\s*[#;]+\s*matrixlint:\s*(?P<word>[\w-]*)")
_RULES = re.compile(r"\s*[#;]+\s*matrixlint:\s*[\w-]+\s*\[(?:[^\]]*[\s,])?(?P<word>[^\],\s]*)")
_NO_COMPLETION_AFTER = ("[", " ", "\t")


class Completion(NamedTuple):
    """Completion item, and the span before the cursor that it replaces."""

    item: CompletionItem
    span: Span


def complete(analysis: Analysis, place: Location) -> list[Completion]:
    """Return the completions at *place*, in the order of display."""
    before = analysis.page.line(place.line)[: place.column - 1]
    start, items = _find_items(analysis, place, before)
    span = Span(place.line, start + 1, *place)
    return [Completion(item, span) for item in items]


def _find_items(
    analysis: Analysis, place: Location, before: str
) -> tuple[int, Sequence[CompletionItem]]:
    """Return how much of *before* is kept, and the items that may follow."""
    if before.lstrip().startswith(("#", ";")):
        return _complete_comment(analysis, before)
    section = _find_section(analysis, place.line)
    if before.startswith(_NO_COMPLETION_AFTER) or section is None:
        return len(before), ()
    delimiter = DELIMITER.search(before)
    if delimiter is None:
        return 0, list(complete_keys(analysis, section, place))
    key = before[: delimiter.start()].strip().lower()
    blank = len(before) - len(before[delimiter.end() :].lstrip())
    length, items = complete_values(analysis.matrix, section, key, before[blank:])
    return blank + length, items


def _find_section(analysis: Analysis, line: int) -> Section | None:
    """Return the section that contains *line* (1-based)."""
    sections = analysis.matrix.document.sections
    above = bisect_right(sections, line, key=lambda each: each.line)
    return sections[above - 1] if above else None


def _complete_comment(analysis: Analysis, before: str) -> tuple[int, Sequence[CompletionItem]]:
    if match := _RULES.fullmatch(before):
        return match.start("word"), list(_complete_rules(analysis))
    if match := _DIRECTIVE.fullmatch(before):
        return match.start("word"), [
            CompletionItem(directive, ItemKind.KEYWORD) for directive in ACTIONS
        ]
    return len(before), ()


def _complete_rules(analysis: Analysis) -> Iterator[CompletionItem]:
    for rule in load_rules(analysis.settings.plugins):
        yield CompletionItem(rule.code, ItemKind.RULE, rule.name)
