"""Two matrices held against each other, whatever their dialects: what they say, not how."""

from matrixlint.model.diff.change import Change
from matrixlint.model.diff.compare import Comparison, compare
from matrixlint.model.diff.matching import match_names
from matrixlint.model.diff.view import view_matrix
from matrixlint.model.matrix import Matrix


def diff_matrices(before: Matrix, after: Matrix) -> list[Change]:
    """
    Return what *after* says otherwise than *before*: drivers first, then features.

    What was renamed is found where that is certain. White space and order are no difference,
    nor is the name that a feature must have in another dialect.
    """
    old, new = view_matrix(before), view_matrix(after)
    dialects = [matrix.dialect for matrix in (before, after) if matrix.dialect]
    prefixes = dict.fromkeys(filter(None, (each.feature_prefix for each in dialects)))
    return list(compare(Comparison(old, new, match_names(old.table, new.table, prefixes))))
