"""Fast well-formedness check and normalization of JSON Schemas."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from matrixlint.text.lazy_regex import compile_lazily

Check = Callable[[object], bool]
_MAX_DEPTH = 64
_KINDS = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})
_LOCAL_REFERENCE = compile_lazily(r"#/(definitions|\$defs)/([\w-]+)")


def is_well_formed(schema: object) -> bool:
    """
    Return whether *schema* is certainly a valid schema, including its references.

    False means that jsonschema must decide. Only the keywords of the fast path are supported.
    """
    return isinstance(schema, dict) and _is_schema(schema, schema, 0)


def _is_schema(schema: object, root: Mapping[str, Any], depth: int) -> bool:
    if not isinstance(schema, dict) or depth > _MAX_DEPTH:
        return isinstance(schema, bool)

    def is_schema(value: object) -> bool:
        return _is_schema(value, root, depth + 1)

    for keyword, value in schema.items():
        if keyword in _SCHEMA_KEYWORDS:
            is_valid = is_schema(value)
        elif keyword in _LIST_KEYWORDS:
            is_valid = isinstance(value, list) and bool(value) and all(map(is_schema, value))
        elif keyword in _TABLE_KEYWORDS:
            is_valid = isinstance(value, dict) and all(map(is_schema, value.values()))
        elif keyword == "$ref":
            is_valid = _is_reference(value, root)
        elif keyword in _ROOT_KEYWORDS and schema is not root:
            is_valid = False
        else:
            is_valid = keyword in _VALUE_CHECKS and _VALUE_CHECKS[keyword](value)
        if not is_valid:
            return False
    return True


def _is_reference(value: object, root: Mapping[str, Any]) -> bool:
    match = _LOCAL_REFERENCE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return False
    definitions = root.get(match[1])
    return isinstance(definitions, dict) and match[2] in definitions


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


_SCHEMA_KEYWORDS = frozenset({"additionalProperties", "items", "if", "then", "else", "not"})
_LIST_KEYWORDS = frozenset({"anyOf", "allOf"})
_TABLE_KEYWORDS = frozenset({"properties", "definitions", "$defs"})
# In a subschema, they would change the meaning of a ``$ref``.
_ROOT_KEYWORDS = frozenset({"$schema", "$id"})
_VALUE_CHECKS: Mapping[str, Check] = {
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


# Keywords with a schema, a list of schemas, or a table of schemas. ``additionalProperties`` is
# handled apart: if it is false, it is reported with the names, and is not expanded.
_EXPANDED_SCHEMAS = frozenset(
    {"items", "additionalItems", "contains", "if", "then", "else", "not", "propertyNames"}
)
_EXPANDED_LISTS = frozenset({"allOf", "anyOf", "oneOf", "prefixItems", "items"})
_EXPANDED_TABLES = frozenset(
    {"properties", "patternProperties", "dependentSchemas", "dependencies", "$defs", "definitions"}
)
FORBIDDEN: Mapping[str, Any] = {"not": {}}


def expand_false_schemas(schema: Any) -> Any:
    """Return *schema* with each subschema that is false replaced by ``{"not": {}}``."""
    if schema is False:
        return FORBIDDEN
    if not isinstance(schema, dict):
        return schema
    return {keyword: _expand_keyword(keyword, value) for keyword, value in schema.items()}


def _expand_keyword(keyword: str, value: Any) -> Any:
    if keyword in _EXPANDED_LISTS and isinstance(value, list):
        return [expand_false_schemas(each) for each in value]
    if keyword in _EXPANDED_TABLES and isinstance(value, dict):
        return {name: expand_false_schemas(each) for name, each in value.items()}
    is_schema = keyword == "additionalProperties" and isinstance(value, dict)
    return expand_false_schemas(value) if keyword in _EXPANDED_SCHEMAS or is_schema else value
