"""Validate a matrix with the JSON Schema of its project."""

from collections.abc import Iterator

from matrixlint.errors import ConfigError, ErrorDetail
from matrixlint.model.json import matrix_to_json
from matrixlint.model.json_locations import JsonLocations
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.schema.project_schema import ProjectSchema, make_retriever
from matrixlint.schema.validate import InstanceError, find_errors
from matrixlint.text.files import format_path

# Keywords whose violation may be caused by text that a syntax error has lost.
_ABSENCE_KEYWORDS = frozenset({"required", "minProperties", "contains", "dependentRequired"})


def validate_matrix(matrix: Matrix, schema: ProjectSchema) -> Iterator[Finding]:
    """Yield the certain violations of the schema *schema* in *matrix*."""
    found = _find_errors(matrix, schema)
    if not found:
        return
    # Imported late: most matrices are valid.
    from matrixlint.schema.messages import explain_errors

    locations = JsonLocations(matrix)
    for each in explain_errors(error for error in found if _is_certain(error, locations)):
        location = locations.locate(each.place, is_name=each.is_name)
        yield Finding(
            location.span, each.message, location.about, each.hint, driver=location.driver
        )


def _find_errors(matrix: Matrix, schema: ProjectSchema) -> list[InstanceError]:
    try:
        return find_errors(matrix_to_json(matrix), schema.content, make_retriever(schema))
    except RecursionError as error:
        message = "a '$ref' of it leads back to itself without end"
        raise ConfigError(ErrorDetail(message, format_path(schema.path))) from error


def _is_certain(error: InstanceError, locations: JsonLocations) -> bool:
    location = locations.locate(error.place)
    if not location.is_known or (error.keyword in _ABSENCE_KEYWORDS and not location.is_complete):
        return False
    return all(_is_certain(inner, locations) for inner in error.context)
