"""The faults of reading as findings: a rule of this family is its page and its code."""

from collections.abc import Iterator

from matrixlint.matrix import Matrix
from matrixlint.rule import Finding


def findings(matrix: Matrix, code: str) -> Iterator[Finding]:
    """Yield the faults of *code* that the reader has put on record."""
    for fault in matrix.document.faults:
        if fault.code == code:
            yield Finding(fault.span, fault.message, None, fault.hint, fault.related, fault.fix)
