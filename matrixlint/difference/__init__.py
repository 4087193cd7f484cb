"""Two matrices held against each other, whatever their dialects: what they say, not how."""

from matrixlint.difference.change import Change
from matrixlint.difference.comparison import Comparison, changes
from matrixlint.difference.pairing import paired
from matrixlint.difference.side import side
from matrixlint.matrix import Matrix


def difference(before: Matrix, after: Matrix) -> list[Change]:
    """
    Return what *after* says otherwise than *before*: drivers first, then features.

    What was renamed is found where that is certain. White space and order are no difference,
    nor is the name that a feature must have in another dialect.
    """
    old, new = side(before), side(after)
    dialects = [matrix.dialect for matrix in (before, after) if matrix.dialect]
    prefixes = dict.fromkeys(filter(None, (each.feature_prefix for each in dialects)))
    return list(changes(Comparison(old, new, paired(old.table, new.table, prefixes))))
