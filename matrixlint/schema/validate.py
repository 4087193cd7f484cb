"""JSON Schemas and what breaks them; the only door to jsonschema."""

import os
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from matrixlint.errors import ErrorDetail, FileError
from matrixlint.schema.fast_path import Schema, fast_validate

NAMES = ("config", "report", "matrix", "difference")
DRAFTS = ("https://json-schema.org/draft/2020-12/schema", "http://json-schema.org/draft-07/schema")
_REFERENCES = ("$ref", "$dynamicRef")
Path = tuple[str | int, ...]
# Gives the schema at an address; what cannot be had raises an error of ours.
Retrieve = Callable[[str], Any]


class InstanceError(NamedTuple):
    """
    One value that breaks its schema: where it is, and the keyword that it breaks.

    *is_name* says that not the value at *place* is wrong but its name. Where the keyword
    offers several ways, *context* holds what breaks each, and *branch* tells which.
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
    """Return the text of the schema of that name."""
    # A wheel holds the schemas in the package, an editable install beside it.
    package = os.path.dirname(os.path.dirname(__file__))
    for folder in (package, os.path.dirname(package)):
        path = os.path.join(folder, "schemas", f"{name}.schema.json")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as stream:
                return stream.read()
    raise FileError(ErrorDetail(f"the schema {name!r} is missing from this installation"))


def load(name: str) -> Schema:
    """Return the schema of that name."""
    # json takes 4 ms to import, and a run without a configuration needs no schema.
    import json

    schema: Schema = json.loads(read_text(name))
    return schema


def find_errors(
    instance: Any, schema: Schema, retrieve: Retrieve | None = None
) -> list[InstanceError]:
    """
    Return what breaks *schema* in *instance*, by place.

    What the schema refers to is had by *retrieve*; without it there is nothing else.
    """
    if fast_validate(instance, schema):
        return []
    # jsonschema takes 130 ms to import.
    from jsonschema.validators import validator_for

    validator = validator_for(schema)(schema, registry=_registry(retrieve))
    found = [_error(error) for error in validator.iter_errors(instance)]
    return sorted(found, key=lambda error: [str(step) for step in error.place])


def find_schema_error(schema: Any) -> InstanceError | None:
    """Return what is wrong with *schema* as a schema of the draft that it names, if anything."""
    # jsonschema takes 130 ms to import; it is asked of schemas that are odd or large.
    from jsonschema.exceptions import SchemaError, best_match
    from jsonschema.validators import validator_for

    draft: Any = validator_for(schema)
    try:
        draft.check_schema(schema)
    except SchemaError:
        errors = draft(draft.META_SCHEMA, format_checker=draft.FORMAT_CHECKER).iter_errors(schema)
        error = best_match(errors)
        return _error(error)
    return None


def find_unresolved(schema: Any, retrieve: Retrieve) -> Iterator[tuple[str, Exception]]:
    """Yield the references of *schema* that lead nowhere, and why; those it leads to too."""
    from referencing.exceptions import Unresolvable

    resource = _resource(schema)
    queue = [(resource, _registry(retrieve).resolver_with_root(resource))]
    seen = {id(schema)}
    while queue:
        resource, resolver = queue.pop()
        contents: Any = resource.contents
        for name in _REFERENCES if isinstance(contents, dict) else ():
            reference = contents.get(name)
            if not isinstance(reference, str):
                continue
            try:
                found: Any = resolver.lookup(reference)
            except Unresolvable as error:
                yield reference, error
                continue
            if id(found.contents) not in seen:
                seen.add(id(found.contents))
                queue.append((_resource(found.contents), found.resolver))
        queue += [(inner, resolver.in_subresource(inner)) for inner in resource.subresources()]


def _error(error: Any) -> InstanceError:
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
        context=tuple(map(_error, error.context or ())),
    )


def _registry(retrieve: Retrieve | None) -> Any:
    from referencing import Registry

    if retrieve is None:
        return Registry()
    held: dict[str, Any] = {}

    def resource(address: str) -> Any:
        # The same address must always give the same object: circles are known by it.
        if address not in held:
            held[address] = _resource(retrieve(address))
        return held[address]

    # mypy does not see the names that attrs gives to private attributes.
    return Registry(retrieve=resource)  # type: ignore[call-arg]


def _resource(contents: Any) -> Any:
    from referencing.jsonschema import DRAFT202012, specification_with

    name = contents.get("$schema", DRAFTS[0]) if isinstance(contents, dict) else DRAFTS[0]
    return specification_with(name, default=DRAFT202012).create_resource(contents)
