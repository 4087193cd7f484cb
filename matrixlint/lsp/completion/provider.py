"""What may be written at a place of a text."""

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

_ASK = re.compile(r"\s*[#;]+\s*matrixlint:\s*(?P<word>[\w-]*)")
_RULES = re.compile(r"\s*[#;]+\s*matrixlint:\s*[\w-]+\s*\[(?:[^\]]*[\s,])?(?P<word>[^\],\s]*)")
_SILENT = ("[", " ", "\t")


class Completion(NamedTuple):
    """What may be written, and the text before the cursor that it comes instead of."""

    offer: CompletionItem
    span: Span


def complete(analysis: Analysis, place: Location) -> list[Completion]:
    """Return what may be written at *place*, in the order that it is to be shown in."""
    before = analysis.page.line(place.line)[: place.column - 1]
    start, offers = _offers(analysis, place, before)
    span = Span(place.line, start + 1, *place)
    return [Completion(offer, span) for offer in offers]


def _offers(
    analysis: Analysis, place: Location, before: str
) -> tuple[int, Sequence[CompletionItem]]:
    """Return what may follow the first characters of *before*, and how many these are."""
    if before.lstrip().startswith(("#", ";")):
        return _of_comment(analysis, before)
    section = _section(analysis, place.line)
    if before.startswith(_SILENT) or section is None:
        return len(before), ()
    delimiter = DELIMITER.search(before)
    if delimiter is None:
        return 0, list(complete_keys(analysis, section, place))
    key = before[: delimiter.start()].strip().lower()
    blank = len(before) - len(before[delimiter.end() :].lstrip())
    length, offers = complete_values(analysis.matrix, section, key, before[blank:])
    return blank + length, offers


def _section(analysis: Analysis, line: int) -> Section | None:
    """Return the section that *line* stands in."""
    sections = analysis.matrix.document.sections
    above = bisect_right(sections, line, key=lambda each: each.line)
    return sections[above - 1] if above else None


def _of_comment(analysis: Analysis, before: str) -> tuple[int, Sequence[CompletionItem]]:
    if match := _RULES.fullmatch(before):
        return match.start("word"), list(_rules(analysis))
    if match := _ASK.fullmatch(before):
        return match.start("word"), [CompletionItem(ask, ItemKind.KEYWORD) for ask in ACTIONS]
    return len(before), ()


def _rules(analysis: Analysis) -> Iterator[CompletionItem]:
    for rule in load_rules(analysis.settings.plugins):
        yield CompletionItem(rule.code, ItemKind.RULE, rule.name)
