"""A matrix held against the schema of its own project."""

from collections.abc import Iterator

from matrixlint.errors import ConfigError, ErrorDetail
from matrixlint.matrix import Matrix
from matrixlint.ownschema import OwnSchema
from matrixlint.rule import Finding
from matrixlint.schema import Fault, faults
from matrixlint.schema.atlas import Atlas
from matrixlint.schema.file import retriever
from matrixlint.schema.instance import instance
from matrixlint.text.files import format_path

# What these ask for may be what a fault in the file has taken away.
_OF_ABSENCE = frozenset({"required", "minProperties", "contains", "dependentRequired"})


def breaches(matrix: Matrix, own: OwnSchema) -> Iterator[Finding]:
    """Yield what of *matrix* surely breaks the schema *own*."""
    found = _faults(matrix, own)
    if not found:
        return
    # Most matrices keep the rules of their house.
    from matrixlint.schema.violation import violations

    atlas = Atlas(matrix)
    for each in violations(fault for fault in found if _is_certain(fault, atlas)):
        at = atlas.locate(each.place, is_name=each.is_name)
        yield Finding(at.span, each.message, at.about, each.hint, driver=at.driver)


def _faults(matrix: Matrix, own: OwnSchema) -> list[Fault]:
    try:
        return faults(instance(matrix), own.content, retriever(own))
    except RecursionError as error:
        message = "a '$ref' of it leads back to itself without end"
        raise ConfigError(ErrorDetail(message, format_path(own.path))) from error


def _is_certain(fault: Fault, atlas: Atlas) -> bool:
    at = atlas.locate(fault.place)
    if not at.is_sure or (fault.keyword in _OF_ABSENCE and not at.is_whole):
        return False
    return all(_is_certain(inner, atlas) for inner in fault.context)
