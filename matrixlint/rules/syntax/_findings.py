"""Syntax errors as findings: a rule of this family has only a page and a code."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.syntax._rejected_lines import find_rejected_lines


def find_syntax_errors(matrix: Matrix, code: str) -> Iterator[Finding]:
    """Yield the syntax errors with *code* that the parser has recorded."""
    for error in matrix.document.errors:
        if error.code == code:
            yield Finding(error.span, error.message, None, error.hint, error.related, error.fix)


def find_errors_with_checked_fixes(matrix: Matrix, code: str) -> Iterator[Finding]:
    """
    Yield the syntax errors with *code*; fixes that reveal rejected lines are unsafe.

    While an invalid key is part of the value above, the renderer can still make a page.
    """
    found = list(find_syntax_errors(matrix, code))
    rejected = set(find_rejected_lines(matrix)) if found else set()
    for finding in found:
        yield finding._replace(fix=finding.fix and _mark_unsafe(finding.fix, rejected))


def _mark_unsafe(fix: Fix, rejected: set[int]) -> Fix:
    return fix._replace(safe=fix.safe and rejected.isdisjoint(edit.span.line for edit in fix.edits))
