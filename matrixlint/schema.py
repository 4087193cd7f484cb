"""JSON Schemas and what breaks them; the only door to jsonschema."""

import os
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from matrixlint.error import FileError, Trouble

Schema = Mapping[str, Any]
Within = Callable[[object, object], bool]
NAMES = ("config", "report")


class Fault(NamedTuple):
    """One value that breaks its schema: where it is, and the keyword that it breaks."""

    place: tuple[str | int, ...]
    keyword: str
    value: object
    schema: Schema
    message: str


def text(name: str) -> str:
    """Return the text of the schema of that name."""
    # A wheel holds the schemas in the package, an editable install beside it.
    here = os.path.dirname(__file__)
    for folder in (here, os.path.dirname(here)):
        path = os.path.join(folder, "schemas", f"{name}.schema.json")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as stream:
                return stream.read()
    raise FileError(Trouble(f"the schema {name!r} is missing from this installation"))


def load(name: str) -> Schema:
    """Return the schema of that name."""
    # json takes 4 ms to import, and a run without a configuration needs no schema.
    import json

    schema: Schema = json.loads(text(name))
    return schema


def faults(instance: Any, schema: Schema) -> list[Fault]:
    """Return what breaks *schema* in *instance*, by place."""
    if accepts(instance, schema):
        return []
    # jsonschema takes 130 ms to import.
    from jsonschema.validators import validator_for

    validator = validator_for(schema)(schema)
    found = [
        Fault(
            place=tuple(error.absolute_path),
            keyword=str(error.validator),
            value=error.instance,
            schema=error.schema if isinstance(error.schema, dict) else {},
            message=error.message,
        )
        for error in validator.iter_errors(instance)
    ]
    return sorted(found, key=lambda fault: [str(step) for step in fault.place])


def accepts(instance: object, schema: object) -> bool:
    """
    Say that *instance* is surely valid; False means: ask jsonschema.

    Only the keywords in the table below are known. Any other, and any schema that is
    not well formed, is answered with False, so that a schema may use what it likes.
    """
    try:
        return _accepts(instance, schema, schema, 0)
    except (TypeError, AttributeError, LookupError, re.error):
        return False


def _accepts(instance: object, schema: Any, root: Any, depth: int) -> bool:
    if isinstance(schema, bool) or depth > _DEPTH:
        return schema is True
    annotations = _ANNOTATIONS | _ROOT_ANNOTATIONS if schema is root else _ANNOTATIONS

    def within(value: object, inner: object) -> bool:
        return _accepts(value, inner, root, depth + 1)

    for keyword, expected in schema.items():
        if keyword in annotations:
            continue
        if keyword == "$ref":
            accepted = within(instance, _resolved(expected, root))
        else:
            accepted = _CHECKS[keyword](instance, expected, schema, within)
        if not accepted:
            return False
    return True


def _resolved(reference: str, root: Any) -> object:
    head, _, name = reference.rpartition("/")
    # Only plain names are looked up: an escape in one is a KeyError, thus asked about.
    return root[head.removeprefix("#/")][name] if head in _DEFINITIONS else None


def _type(value: object, expected: Any, _schema: Schema, _within: Within) -> bool:
    names = [expected] if isinstance(expected, str) else expected
    return any(isinstance(value, _TYPES[name]) for name in names) and (
        not isinstance(value, bool) or "boolean" in names
    )


def _enum(value: object, expected: Any, _schema: Schema, _within: Within) -> bool:
    # Python says 1 == True and JSON does not; lists and tables are left to jsonschema.
    return isinstance(value, str | int | None) and any(
        type(value) is type(each) and value == each for each in expected
    )


def _const(value: object, expected: Any, schema: Schema, within: Within) -> bool:
    return _enum(value, [expected], schema, within)


def _required(value: object, expected: Any, _schema: Schema, _within: Within) -> bool:
    return not isinstance(value, dict) or all(name in value for name in expected)


def _properties(value: object, expected: Any, _schema: Schema, within: Within) -> bool:
    return not isinstance(value, dict) or all(
        within(value[name], inner) for name, inner in expected.items() if name in value
    )


def _additional(value: object, expected: Any, schema: Schema, within: Within) -> bool:
    if not isinstance(value, dict):
        return True
    known = schema.get("properties", {})
    return all(within(inner, expected) for name, inner in value.items() if name not in known)


def _items(value: object, expected: Any, _schema: Schema, within: Within) -> bool:
    return not isinstance(value, list) or all(within(each, expected) for each in value)


def _min_length(value: object, expected: Any, _schema: Schema, _within: Within) -> bool:
    return not isinstance(value, str) or len(value) >= expected


def _minimum(value: object, expected: Any, _schema: Schema, _within: Within) -> bool:
    return not isinstance(value, int | float) or bool(value >= expected)


def _pattern(value: object, expected: Any, _schema: Schema, _within: Within) -> bool:
    return not isinstance(value, str) or re.search(expected, value) is not None


def _any_of(value: object, expected: Any, _schema: Schema, within: Within) -> bool:
    return any(within(value, inner) for inner in expected)


_DEPTH = 64
_DEFINITIONS = ("#/definitions", "#/$defs")
_ANNOTATIONS = frozenset({"title", "description", "default", "examples", "$comment", "format"})
# Further in, they would change what a ``$ref`` means.
_ROOT_ANNOTATIONS = frozenset({"$schema", "$id", "definitions", "$defs"})
_TYPES: Mapping[str, type] = {
    "array": list,
    "boolean": bool,
    "integer": int,
    "null": type(None),
    "object": dict,
    "string": str,
}
_CHECKS: Mapping[str, Callable[[object, Any, Schema, Within], bool]] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "required": _required,
    "properties": _properties,
    "additionalProperties": _additional,
    "items": _items,
    "minLength": _min_length,
    "minimum": _minimum,
    "pattern": _pattern,
    "anyOf": _any_of,
}
