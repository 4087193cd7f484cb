"""Fixes offered to an editor: each finding's own, and all that are safe at once."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from matrixlint.diagnostic import Diagnostic, Fix
from matrixlint.fixes.conflicts import edits_overlap
from matrixlint.fixes.engine import apply_fixes
from matrixlint.fixes.safety import Change, find_side_effect
from matrixlint.linter.lint import parse_matrix
from matrixlint.lsp.analysis import Analysis
from matrixlint.text.edited_text import EditedText
from matrixlint.text.source import Source
from matrixlint.text.span import Edit, Span

# Each is tried before it is offered.
_MOST = 50


class CodeAction(NamedTuple):
    """The fix of one finding: what it does, in a few words, and its edits."""

    diagnostic: Diagnostic
    title: str
    edits: Sequence[Edit]
    is_safe: bool


def find_actions(analysis: Analysis, span: Span) -> Iterator[CodeAction]:
    """Yield the fixes of the findings that *span* touches, those that do no harm."""
    for diagnostic, fix in islice(_touched(analysis, span), _MOST):
        if _is_harmless(analysis, fix):
            mark = "" if fix.safe else " (unsafe)"
            edits = [analysis.page.written(edit) for edit in fix.edits]
            yield CodeAction(diagnostic, f"{diagnostic.code}: {fix.title}{mark}", edits, fix.safe)


def has_safe_fix(analysis: Analysis) -> bool:
    """Say whether there is a finding whose fix is safe."""
    return any(diagnostic.fix and diagnostic.fix.safe for diagnostic in analysis.diagnostics)


def _touched(analysis: Analysis, span: Span) -> Iterator[tuple[Diagnostic, Fix]]:
    for diagnostic in analysis.diagnostics:
        if diagnostic.fix and diagnostic.span[:2] <= span[2:] and span[:2] <= diagnostic.span[2:]:
            yield diagnostic, diagnostic.fix


def _is_harmless(analysis: Analysis, fix: Fix) -> bool:
    old = analysis.page.copy
    if edits_overlap(fix.edits) or not all(old.contains(edit.span) for edit in fix.edits):
        return False
    new = old.apply_edits(fix.edits)
    text = new.bom + "".join(new.lines)
    after = parse_matrix(Source.from_text(analysis.target.path, text), analysis.settings)
    return find_side_effect(Change(analysis.matrix, after, new, fix.safe)) is None


def fix_all_edits(analysis: Analysis) -> list[Edit]:
    """Return the edits that all safe fixes come to, pass by pass, as the command makes them."""
    try:
        data = analysis.page.text.encode()
    except UnicodeEncodeError:
        # A lone surrogate is no text that a file could hold.
        return []
    if not has_safe_fix(analysis):
        return []
    done = apply_fixes(
        analysis.target.path, data, analysis.settings, analysis.find_active, unsafe=False
    )
    return list(_edits(analysis.page.copy, done.copy))


def _edits(old: EditedText, new: EditedText) -> Iterator[Edit]:
    """Yield the edits that make *new* of *old*: the lines of *new* tell where they come from."""
    if old.bom and not new.bom:
        yield Edit(Span(1, 1, 1, 1), "")
    kept = [(origin, at) for at, origin in enumerate(new.origins, 1) if origin]
    ends = [(0, 0), *kept, (len(old.lines) + 1, len(new.lines) + 1)]
    for (start, new_start), (end, new_end) in pairwise(ends):
        if (end - start, new_end - new_start) != (1, 1):
            text = "".join(new.lines[new_start : new_end - 1])
            yield _replacing(old, start + 1, end, text)


def _replacing(old: EditedText, start: int, end: int, text: str) -> Edit:
    """Return the edit that puts *text* in the place of the lines from *start* to before *end*."""
    last = len(old.lines)
    behind = (end, 1) if end <= last else (last, len(old.lines[-1]) + 1)
    return Edit(Span(start, 1, *behind), text)
