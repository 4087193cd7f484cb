"""Syntax errors after which the model is based on a guess."""

from collections.abc import Iterator

from matrixlint.errors import ErrorDetail
from matrixlint.model.matrix import Matrix

# After these errors, recovery guesses what the text means; edits could not keep that meaning.
_GUESSED_CODES = frozenset({*(f"MX00{digit}" for digit in (1, 2, 3, 4, 5, 7, 8)), "MX011"})


def find_guessed_errors(matrix: Matrix, reason: str) -> Iterator[ErrorDetail]:
    """Yield the errors that make *matrix* a guess, prefixed with *reason*."""
    document = matrix.document
    for error in sorted(document.errors, key=lambda each: each.span):
        if error.code in _GUESSED_CODES:
            message = f"{reason}: {error.message} ({error.code})"
            yield ErrorDetail(message, document.source.path, error.span.line)
