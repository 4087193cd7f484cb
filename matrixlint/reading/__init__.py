"""A document read as a matrix: what each section and key is meant to say."""

from matrixlint.choice import read_groups
from matrixlint.matrix import Matrix
from matrixlint.reading.condition import read_conditions
from matrixlint.reading.declaration import may_lack_drivers, read_declarations
from matrixlint.reading.key import read_odd_keys
from matrixlint.reading.level import read_levels
from matrixlint.reading.section import read_features, read_statuses
from matrixlint.reading.stray import place_strays
from matrixlint.reading.vocabulary import Vocabulary
from matrixlint.syntax.document import Document


def read_matrix(document: Document) -> Matrix:
    """Return the matrix of *document*; without a driver it has no features."""
    matrix = Matrix(document)
    dialect = document.dialect
    matrix.may_lack_drivers = may_lack_drivers(matrix, dialect)
    if dialect is None:
        return matrix
    declarations = read_declarations(matrix, dialect)
    if not dialect.has_features:
        # One project alone grades its backends.
        from matrixlint.grade import read_grades

        matrix.grades = read_grades(document)
    if not matrix.drivers or not dialect.has_features:
        return matrix
    vocabulary = Vocabulary(dialect, document.dialects, matrix.drivers)
    odd_keys = read_features(matrix, declarations, vocabulary)
    place_strays(read_odd_keys(odd_keys, matrix, vocabulary), matrix)
    read_levels(matrix, dialect)
    read_statuses(matrix, dialect)
    read_conditions(matrix, dialect)
    matrix.hidden_options = [feature for feature in matrix.features if feature.may_be_choice]
    matrix.groups, matrix.misspelt_groups = read_groups(matrix.features)
    return matrix
