"""JSON Schema validation; the only module that imports jsonschema."""

import os
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from matrixlint.errors import ErrorDetail, FileError
from matrixlint.schema.fast_path import Schema, fast_validate

NAMES = ("config", "report", "matrix", "difference")
DRAFTS = ("https://json-schema.org/draft/2020-12/schema", "http://json-schema.org/draft-07/schema")
_REFERENCES = ("$ref", "$dynamicRef")
Path = tuple[str | int, ...]
# Loads the schema at an address; raises an error of matrixlint if that fails.
Retrieve = Callable[[str], Any]


class InstanceError(NamedTuple):
    """
    A schema error: the JSON path *place*, and the violated keyword.

    *is_name* is true if the name at *place* is wrong and not the value. For a keyword with
    alternatives, *context* holds the errors of each, and *branch* is its index.
    """

    place: Path
    keyword: str
    value: object
    schema: Schema
    message: str
    is_name: bool = False
    branch: int = 0
    context: tuple["InstanceError", ...] = ()


def read_text(name: str) -> str:
    """Return the text of the built-in schema *name*, or raise FileError."""
    # In a wheel the schemas are in the package, in an editable install beside it.
    package = os.path.dirname(os.path.dirname(__file__))
    for folder in (package, os.path.dirname(package)):
        path = os.path.join(folder, "schemas", f"{name}.schema.json")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as stream:
                return stream.read()
    raise FileError(ErrorDetail(f"the schema {name!r} is missing from this installation"))


def load(name: str) -> Schema:
    """Return the built-in schema *name*, or raise FileError."""
    # json takes 4 ms to import, and few commands need a built-in schema.
    import json

    schema: Schema = json.loads(read_text(name))
    return schema


def find_errors(
    instance: Any, schema: Schema, retrieve: Retrieve | None = None
) -> list[InstanceError]:
    """
    Return the errors of *instance* against *schema*, sorted by JSON path.

    *retrieve* loads the schemas that it refers to; without it, no other schema is loaded.
    """
    if fast_validate(instance, schema):
        return []
    # jsonschema takes 130 ms to import.
    from jsonschema.validators import validator_for

    validator = validator_for(schema)(schema, registry=_build_registry(retrieve))
    errors = [_convert_error(error) for error in validator.iter_errors(instance)]
    return sorted(errors, key=lambda error: [str(step) for step in error.place])


def find_schema_error(schema: Any) -> InstanceError | None:
    """Return the most relevant error of *schema* against its draft, or None."""
    # jsonschema takes 130 ms to import; only unusual or large schemas need it.
    from jsonschema.exceptions import SchemaError, best_match
    from jsonschema.validators import validator_for

    draft: Any = validator_for(schema)
    try:
        draft.check_schema(schema)
    except SchemaError:
        errors = draft(draft.META_SCHEMA, format_checker=draft.FORMAT_CHECKER).iter_errors(schema)
        error = best_match(errors)
        return _convert_error(error)
    return None


def find_unresolved(schema: Any, retrieve: Retrieve) -> Iterator[tuple[str, Exception]]:
    """
    Yield the unresolvable references of *schema*, each with the reason.

    The schemas that it refers to are searched too.
    """
    from referencing.exceptions import Unresolvable

    resource = _build_resource(schema)
    queue = [(resource, _build_registry(retrieve).resolver_with_root(resource))]
    seen = {id(schema)}
    while queue:
        resource, resolver = queue.pop()
        contents: Any = resource.contents
        for name in _REFERENCES if isinstance(contents, dict) else ():
            reference = contents.get(name)
            if not isinstance(reference, str):
                continue
            try:
                target: Any = resolver.lookup(reference)
            except Unresolvable as error:
                yield reference, error
                continue
            if id(target.contents) not in seen:
                seen.add(id(target.contents))
                queue.append((_build_resource(target.contents), target.resolver))
        queue += [(inner, resolver.in_subresource(inner)) for inner in resource.subresources()]


def _convert_error(error: Any) -> InstanceError:
    steps = list(error.absolute_schema_path)
    place, value = tuple(error.absolute_path), error.instance
    is_name = "propertyNames" in steps and isinstance(value, str)
    branch = error.relative_schema_path[0] if error.parent and error.relative_schema_path else 0
    return InstanceError(
        place=(*place, value) if is_name else place,
        keyword=str(error.validator),
        value=value,
        schema=error.schema if isinstance(error.schema, dict) else {},
        message=error.message,
        is_name=is_name,
        branch=branch if isinstance(branch, int) else 0,
        context=tuple(map(_convert_error, error.context or ())),
    )


def _build_registry(retrieve: Retrieve | None) -> Any:
    from referencing import Registry

    if retrieve is None:
        return Registry()
    resources: dict[str, Any] = {}

    def get_resource(address: str) -> Any:
        # An address must always give the same object: cycles are detected by identity.
        if address not in resources:
            resources[address] = _build_resource(retrieve(address))
        return resources[address]

    # mypy does not know the names that attrs gives to private attributes.
    return Registry(retrieve=get_resource)  # type: ignore[call-arg]


def _build_resource(contents: Any) -> Any:
    from referencing.jsonschema import DRAFT202012, specification_with

    name = contents.get("$schema", DRAFTS[0]) if isinstance(contents, dict) else DRAFTS[0]
    return specification_with(name, default=DRAFT202012).create_resource(contents)
