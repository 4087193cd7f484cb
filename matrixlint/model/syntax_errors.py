"""The syntax errors after which the model is a guess."""

from collections.abc import Iterator

from matrixlint.errors import ErrorDetail
from matrixlint.model.matrix import Matrix

# Behind these faults the text is read as it is meant, which its edits could not keep.
_GUESSED = frozenset({*(f"MX00{digit}" for digit in (1, 2, 3, 4, 5, 7, 8)), "MX011"})


def find_guessed_errors(matrix: Matrix, reason: str) -> Iterator[ErrorDetail]:
    """Yield the faults that the reading of *matrix* had to guess behind, for *reason*."""
    document = matrix.document
    for error in sorted(document.errors, key=lambda each: each.span):
        if error.code in _GUESSED:
            message = f"{reason}: {error.message} ({error.code})"
            yield ErrorDetail(message, document.source.path, error.span.line)
