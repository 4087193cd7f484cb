"""Semantic diff of two matrices, also of different dialects."""

from matrixlint.model.diff.change import Change
from matrixlint.model.diff.compare import Comparison, compare
from matrixlint.model.diff.matching import match_names
from matrixlint.model.diff.view import view_matrix
from matrixlint.model.matrix import Matrix


def diff_matrices(before: Matrix, after: Matrix) -> list[Change]:
    """
    Return the changes from *before* to *after*: drivers first, then features.

    Renames are detected where they are certain. White space and order are not compared; a feature
    that is renamed only because the dialect requires it is not a change.
    """
    old, new = view_matrix(before), view_matrix(after)
    dialects = [matrix.dialect for matrix in (before, after) if matrix.dialect]
    prefixes = dict.fromkeys(filter(None, (each.feature_prefix for each in dialects)))
    return list(compare(Comparison(old, new, match_names(old.table, new.table, prefixes))))
