"""The form of a JSON Schema, as far as it is known without jsonschema."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from matrixlint.text.lazy_regex import compile_lazily

Holds = Callable[[object], bool]
_DEPTH = 64
_KINDS = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})
_LOCAL = compile_lazily(r"#/(definitions|\$defs)/([\w-]+)")


def is_well_formed(schema: object) -> bool:
    """
    Say that *schema* is surely a schema, its references included.

    False means: ask jsonschema. Only what the acceptor knows is known here too.
    """
    return isinstance(schema, dict) and _is_formed(schema, schema, 0)


def _is_formed(schema: object, root: Mapping[str, Any], depth: int) -> bool:
    if not isinstance(schema, dict) or depth > _DEPTH:
        return isinstance(schema, bool)

    def is_schema(value: object) -> bool:
        return _is_formed(value, root, depth + 1)

    for keyword, value in schema.items():
        if keyword in _SCHEMA:
            holds = is_schema(value)
        elif keyword in _SCHEMAS:
            holds = isinstance(value, list) and bool(value) and all(map(is_schema, value))
        elif keyword in _TABLES:
            holds = isinstance(value, dict) and all(map(is_schema, value.values()))
        elif keyword == "$ref":
            holds = _is_reference(value, root)
        elif keyword in _ROOT and schema is not root:
            holds = False
        else:
            holds = keyword in _FORMS and _FORMS[keyword](value)
        if not holds:
            return False
    return True


def _is_reference(value: object, root: Mapping[str, Any]) -> bool:
    match = _LOCAL.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return False
    held = root.get(match[1])
    return isinstance(held, dict) and match[2] in held


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_address(value: object) -> bool:
    return isinstance(value, str) and "#" not in value


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _is_anything(_value: object) -> bool:
    return True


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_kind(value: object) -> bool:
    names = value if isinstance(value, list) else [value]
    return bool(names) and _are_names(names) and _KINDS.issuperset(names)


def _are_names(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value)) and len({*value}) == len(value)


def _is_pattern(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(re.compile(value))
    except re.error:
        return False


_SCHEMA = frozenset({"additionalProperties", "items", "if", "then", "else", "not"})
_SCHEMAS = frozenset({"anyOf", "allOf"})
_TABLES = frozenset({"properties", "definitions", "$defs"})
# Further in, they would change what a ``$ref`` means.
_ROOT = frozenset({"$schema", "$id"})
_FORMS: Mapping[str, Holds] = {
    "$schema": _is_text,
    "$id": _is_address,
    "$comment": _is_text,
    "title": _is_text,
    "description": _is_text,
    "default": _is_anything,
    "examples": _is_list,
    "type": _is_kind,
    "enum": _is_list,
    "const": _is_anything,
    "required": _are_names,
    "minItems": _is_count,
    "minLength": _is_count,
    "pattern": _is_pattern,
}


# Where a keyword holds a schema, a list of them, or a table of them. What is false in
# ``additionalProperties`` is told with the names, and stays.
_ONE = frozenset(
    {"items", "additionalItems", "contains", "if", "then", "else", "not", "propertyNames"}
)
_MORE = frozenset({"allOf", "anyOf", "oneOf", "prefixItems", "items"})
_NAMED = frozenset(
    {"properties", "patternProperties", "dependentSchemas", "dependencies", "$defs", "definitions"}
)
FORBIDDEN: Mapping[str, Any] = {"not": {}}


def expand_false_schemas(schema: Any) -> Any:
    """Return *schema* with what is plainly false in it put as ``{"not": {}}``."""
    if schema is False:
        return FORBIDDEN
    if not isinstance(schema, dict):
        return schema
    return {keyword: _spelt(keyword, value) for keyword, value in schema.items()}


def _spelt(keyword: str, value: Any) -> Any:
    if keyword in _MORE and isinstance(value, list):
        return [expand_false_schemas(each) for each in value]
    if keyword in _NAMED and isinstance(value, dict):
        return {name: expand_false_schemas(each) for name, each in value.items()}
    if keyword in _ONE or (keyword == "additionalProperties" and isinstance(value, dict)):
        return expand_false_schemas(value)
    return value
