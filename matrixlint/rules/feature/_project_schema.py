"""A matrix held against the schema of its own project."""

from collections.abc import Iterator

from matrixlint.errors import ConfigError, ErrorDetail
from matrixlint.model.json import matrix_to_json
from matrixlint.model.json_locations import JsonLocations
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.schema.project_schema import OwnSchema, make_retriever
from matrixlint.schema.validate import InstanceError, find_errors
from matrixlint.text.files import format_path

# What these ask for may be what a fault in the file has taken away.
_OF_ABSENCE = frozenset({"required", "minProperties", "contains", "dependentRequired"})


def validate_matrix(matrix: Matrix, own: OwnSchema) -> Iterator[Finding]:
    """Yield what of *matrix* surely breaks the schema *own*."""
    found = _find_errors(matrix, own)
    if not found:
        return
    # Most matrices keep the rules of their house.
    from matrixlint.schema.messages import explain_errors

    atlas = JsonLocations(matrix)
    for each in explain_errors(error for error in found if _is_certain(error, atlas)):
        at = atlas.locate(each.place, is_name=each.is_name)
        yield Finding(at.span, each.message, at.about, each.hint, driver=at.driver)


def _find_errors(matrix: Matrix, own: OwnSchema) -> list[InstanceError]:
    try:
        return find_errors(matrix_to_json(matrix), own.content, make_retriever(own))
    except RecursionError as error:
        message = "a '$ref' of it leads back to itself without end"
        raise ConfigError(ErrorDetail(message, format_path(own.path))) from error


def _is_certain(error: InstanceError, atlas: JsonLocations) -> bool:
    at = atlas.locate(error.place)
    if not at.is_known or (error.keyword in _OF_ABSENCE and not at.is_complete):
        return False
    return all(_is_certain(inner, atlas) for inner in error.context)
