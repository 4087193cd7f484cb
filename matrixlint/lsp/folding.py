"""Folding ranges: sections, multi-line values, comments."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matrixlint.lsp.analysis import Analysis
from matrixlint.lsp.document_symbols import section_span


class Fold(NamedTuple):
    """Lines (1-based) that fold into the first one; *is_comment* if they are comments."""

    start: int
    end: int
    is_comment: bool = False


def find_folds(analysis: Analysis) -> list[Fold]:
    """Return the folding ranges in the order of the file."""
    document = analysis.matrix.document
    found = {*_find_comments(document.source.lines)}
    for section in document.sections:
        span = section_span(section)
        found.add(Fold(span.line, span.end_line))
        for entry in section.own_entries():
            found.add(Fold(entry.line, entry.value_spans[-1].line))
    return sorted(fold for fold in found if fold.start < fold.end)


def _find_comments(lines: Sequence[str]) -> Iterator[Fold]:
    """Yield the comments: consecutive lines that begin with a comment character."""
    start = 0
    for number, line in enumerate([*lines, ""], 1):
        if line.startswith(("#", ";")):
            start = start or number
        elif start:
            yield Fold(start, number - 1, is_comment=True)
            start = 0
