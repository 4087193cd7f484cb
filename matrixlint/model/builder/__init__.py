"""The model builder: resolves the sections and keys of a document to a matrix."""

from matrixlint.model.builder.drivers import build_drivers, may_have_hidden_drivers
from matrixlint.model.builder.features import UnknownKeys, build_features, build_statuses
from matrixlint.model.builder.known_keys import KnownKeys
from matrixlint.model.builder.levels import resolve_levels
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.dialects.dialect import Demand, Dialect
from matrixlint.syntax.document import Document


def build_matrix(document: Document) -> Matrix:
    """Build the matrix of *document*; without drivers it has no features."""
    matrix = Matrix(document)
    dialect = document.dialect
    matrix.drivers_incomplete = may_have_hidden_drivers(matrix, dialect)
    if dialect is None:
        return matrix
    declarations = build_drivers(matrix, dialect)
    if not dialect.has_features:
        # Imported late: only one project uses this dialect.
        from matrixlint.model.grades import build_grades

        matrix.grades = build_grades(document)
    if not matrix.drivers or not dialect.has_features:
        return matrix
    known_keys = KnownKeys(dialect, document.dialects, matrix.drivers)
    unknown_keys = build_features(matrix, declarations, known_keys)
    if unknown_keys:
        _resolve_names(unknown_keys, matrix, known_keys)
    resolve_levels(matrix, dialect)
    build_statuses(matrix, dialect)
    matrix.possible_choice_members = [
        feature for feature in matrix.features if feature.may_be_choice
    ]
    _resolve_statuses(matrix, dialect)
    return matrix


# What follows imports late: many matrices have no unknown key, no condition, no choice group.


def _resolve_names(unknown_keys: list[UnknownKeys], matrix: Matrix, known_keys: KnownKeys) -> None:
    from matrixlint.model.builder.undeclared_names import resolve_undeclared_names
    from matrixlint.model.builder.unknown_keys import resolve_unknown_keys

    resolve_undeclared_names(resolve_unknown_keys(unknown_keys, matrix, known_keys), matrix)


def _resolve_statuses(matrix: Matrix, dialect: Dialect) -> None:
    demands = {feature.status.demand for feature in matrix.features if feature.status}
    if Demand.CONDITION in demands:
        from matrixlint.model.builder.conditions import resolve_conditions

        resolve_conditions(matrix, dialect)
    if Demand.CHOICE in demands:
        from matrixlint.model.choice_group import build_groups

        matrix.groups, matrix.misspelled_groups = build_groups(matrix.features)
