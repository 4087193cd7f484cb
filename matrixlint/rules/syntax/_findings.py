"""The faults of reading as findings: a rule of this family is its page and its code."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.syntax._rejected_lines import find_rejected_lines


def find_syntax_errors(matrix: Matrix, code: str) -> Iterator[Finding]:
    """Yield the faults of *code* that the reader has put on record."""
    for error in matrix.document.errors:
        if error.code == code:
            yield Finding(error.span, error.message, None, error.hint, error.related, error.fix)


def check_fixes(matrix: Matrix, code: str) -> Iterator[Finding]:
    """
    Yield the same; a fix is not safe where it lets the renderer see what it refuses.

    As long as a wrong key is part of the value above, it makes a page.
    """
    found = list(find_syntax_errors(matrix, code))
    wrong = set(find_rejected_lines(matrix)) if found else set()
    for finding in found:
        yield finding._replace(fix=finding.fix and _judged(finding.fix, wrong))


def _judged(fix: Fix, wrong: set[int]) -> Fix:
    return fix._replace(safe=fix.safe and wrong.isdisjoint(edit.span.line for edit in fix.edits))
