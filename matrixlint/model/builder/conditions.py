"""Builds the conditions of a matrix, and resolves their features."""

from matrixlint.model.condition import Condition, find_cycles, find_target
from matrixlint.model.feature import Feature
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.dialects.dialect import Demand, Dialect

# Each unknown name is compared with all features: only this many get a suggestion.
_MAX_SUGGESTIONS = 20


def resolve_conditions(matrix: Matrix, dialect: Dialect) -> None:
    """Fill in the conditions of *matrix*, with their targets and cycles."""
    features = {feature.name: feature for feature in matrix.features if feature.name}
    matrix.conditions = [
        Condition(feature, status, dialect.levels)
        for feature in matrix.find_features(Demand.CONDITION)
        for status in feature.statuses[-1:]
    ]
    unknown = []
    for condition in matrix.conditions:
        condition.target = features.get(condition.name)
        if condition.target is None and not condition.is_malformed:
            unknown.append(condition)
    _resolve_unknown(unknown, features, matrix)
    valid = [each for each in matrix.conditions if not (each.is_dangling or each.is_misspelt)]
    for cycle in find_cycles(valid):
        members = tuple(sorted(cycle, key=lambda condition: condition.feature.section.line))
        for condition in members:
            condition.cycle = members


def _resolve_unknown(
    conditions: list[Condition], features: dict[str, Feature], matrix: Matrix
) -> None:
    if matrix.has_unnamed_features:
        return
    unrendered = {
        name
        for section, suggestion, _ in matrix.unrendered_sections
        for name in (section.name, suggestion)
    }
    for number, condition in enumerate(conditions):
        if condition.name not in unrendered:
            condition.is_dangling = True
            if number < _MAX_SUGGESTIONS:
                own = condition.feature.name
                others = {name: each for name, each in features.items() if name != own}
                condition.target = find_target(condition.name, others)
