"""Code actions: the fix of a diagnostic, or all safe fixes at once."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from matrixlint.diagnostic import Diagnostic, Fix
from matrixlint.fixes.edit_conflicts import edits_overlap
from matrixlint.fixes.engine import apply_fixes
from matrixlint.fixes.side_effects import Change, find_side_effect
from matrixlint.linter.lint import parse_matrix
from matrixlint.lsp.analysis import Analysis
from matrixlint.text.edited_text import EditedText
from matrixlint.text.source import Source
from matrixlint.text.span import Edit, Span

# Maximum number of fixes: each is checked for side effects before it is offered.
_MAX_ACTIONS = 50


class CodeAction(NamedTuple):
    """Fix of one diagnostic: its title and edits."""

    diagnostic: Diagnostic
    title: str
    edits: Sequence[Edit]
    is_safe: bool


def find_actions(analysis: Analysis, span: Span) -> Iterator[CodeAction]:
    """Yield the fixes without side effects of the diagnostics that touch *span*."""
    for diagnostic, fix in islice(_find_touching(analysis, span), _MAX_ACTIONS):
        if _has_no_side_effect(analysis, fix):
            suffix = "" if fix.safe else " (unsafe)"
            edits = [analysis.page.with_line_ends(edit) for edit in fix.edits]
            yield CodeAction(diagnostic, f"{diagnostic.code}: {fix.title}{suffix}", edits, fix.safe)


def has_safe_fix(analysis: Analysis) -> bool:
    """Return whether there is a diagnostic with a safe fix."""
    return any(diagnostic.fix and diagnostic.fix.safe for diagnostic in analysis.diagnostics)


def _find_touching(analysis: Analysis, span: Span) -> Iterator[tuple[Diagnostic, Fix]]:
    for diagnostic in analysis.diagnostics:
        if diagnostic.fix and diagnostic.span[:2] <= span[2:] and span[:2] <= diagnostic.span[2:]:
            yield diagnostic, diagnostic.fix


def _has_no_side_effect(analysis: Analysis, fix: Fix) -> bool:
    old = analysis.page.copy
    if edits_overlap(fix.edits) or not all(old.contains(edit.span) for edit in fix.edits):
        return False
    new = old.apply_edits(fix.edits)
    text = new.bom + "".join(new.lines)
    after = parse_matrix(Source.from_text(analysis.target.path, text), analysis.settings)
    return find_side_effect(Change(analysis.matrix, after, new, fix.safe)) is None


def fix_all_edits(analysis: Analysis) -> list[Edit]:
    """Return the edits of all safe fixes, applied in passes as by the command."""
    try:
        data = analysis.page.text.encode()
    except UnicodeEncodeError:
        # A file cannot hold a lone surrogate.
        return []
    if not has_safe_fix(analysis):
        return []
    result = apply_fixes(
        analysis.target.path, data, analysis.settings, analysis.find_active, unsafe=False
    )
    return list(_diff(analysis.page.copy, result.copy))


def _diff(old: EditedText, new: EditedText) -> Iterator[Edit]:
    """Yield the edits that change *old* to *new*, whose lines know their origins."""
    if old.bom and not new.bom:
        yield Edit(Span(1, 1, 1, 1), "")
    kept = [(origin, at) for at, origin in enumerate(new.origins, 1) if origin]
    ends = [(0, 0), *kept, (len(old.lines) + 1, len(new.lines) + 1)]
    for (start, new_start), (end, new_end) in pairwise(ends):
        if (end - start, new_end - new_start) != (1, 1):
            text = "".join(new.lines[new_start : new_end - 1])
            yield _replace_lines(old, start + 1, end, text)


def _replace_lines(old: EditedText, start: int, end: int, text: str) -> Edit:
    """Return the edit that replaces the lines from *start* to before *end* (1-based)."""
    last = len(old.lines)
    end_position = (end, 1) if end <= last else (last, len(old.lines[-1]) + 1)
    return Edit(Span(start, 1, *end_position), text)
