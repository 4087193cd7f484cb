"""A fast JSON Schema validator, to avoid importing jsonschema."""

import re
from collections.abc import Callable, Mapping
from typing import Any

Schema = Mapping[str, Any]
# Checks a value against a schema.
Check = Callable[[object, object], bool]


def fast_validate(instance: object, schema: object) -> bool:
    """
    Return whether *instance* is certainly valid, without jsonschema.

    False means that jsonschema must decide. Only the keywords in the tables below are supported:
    for any other keyword, and for a schema that is not well formed, the result is False.
    """
    try:
        return _is_certainly_valid(instance, schema, schema, 0)
    except (TypeError, AttributeError, LookupError, re.error):
        return False


def _is_certainly_valid(instance: object, schema: Any, root: Any, depth: int) -> bool:
    if isinstance(schema, bool) or depth > _MAX_DEPTH:
        return schema is True
    annotations = _ANNOTATIONS | _ROOT_ANNOTATIONS if schema is root else _ANNOTATIONS

    def is_valid(value: object, inner: object) -> bool:
        return _is_certainly_valid(value, inner, root, depth + 1)

    def is_invalid(value: object, inner: object) -> bool:
        return _is_certainly_invalid(value, inner, root, depth + 1)

    for keyword, expected in schema.items():
        if keyword in annotations:
            continue
        if keyword == "$ref":
            is_accepted = is_valid(instance, _resolve(expected, root))
        elif keyword in _BRANCHES:
            is_accepted = _BRANCHES[keyword](instance, schema, is_valid, is_invalid)
        else:
            is_accepted = _CHECKS[keyword](instance, expected, schema, is_valid)
        if not is_accepted:
            return False
    return True


def _is_certainly_invalid(instance: object, schema: Any, root: Any, depth: int) -> bool:
    """Return whether *instance* is certainly invalid; False means that it is unknown."""
    if isinstance(schema, bool) or depth > _MAX_DEPTH:
        return schema is False
    if not schema.keys() <= _REJECTING | _ANNOTATIONS:
        return False

    def is_invalid(value: object, inner: object) -> bool:
        return _is_certainly_invalid(value, inner, root, depth + 1)

    return any(
        _REJECTIONS[keyword](instance, expected, is_invalid)
        for keyword, expected in schema.items()
        if keyword in _REJECTING
    )


def _resolve(reference: str, root: Any) -> object:
    head, _, name = reference.rpartition("/")
    # Only plain names are looked up: a name with an escape raises KeyError, and jsonschema decides.
    return root[head.removeprefix("#/")][name] if head in _DEFINITIONS else None


def _check_type(value: object, expected: Any, _schema: Schema, _check: Check) -> bool:
    names = [expected] if isinstance(expected, str) else expected
    return any(isinstance(value, _TYPES[name]) for name in names) and (
        not isinstance(value, bool) or "boolean" in names
    )


def _check_enum(value: object, expected: Any, _schema: Schema, _check: Check) -> bool:
    # In Python 1 == True, in JSON not; jsonschema compares lists and tables.
    return isinstance(value, str | int | None) and any(
        type(value) is type(each) and value == each for each in expected
    )


def _check_const(value: object, expected: Any, schema: Schema, is_valid: Check) -> bool:
    return _check_enum(value, [expected], schema, is_valid)


def _check_required(value: object, expected: Any, _schema: Schema, _check: Check) -> bool:
    return not isinstance(value, dict) or all(name in value for name in expected)


def _check_properties(value: object, expected: Any, _schema: Schema, is_valid: Check) -> bool:
    return not isinstance(value, dict) or all(
        is_valid(value[name], inner) for name, inner in expected.items() if name in value
    )


def _check_additional(value: object, expected: Any, schema: Schema, is_valid: Check) -> bool:
    if not isinstance(value, dict):
        return True
    known = schema.get("properties", {})
    return all(is_valid(inner, expected) for name, inner in value.items() if name not in known)


def _check_items(value: object, expected: Any, _schema: Schema, is_valid: Check) -> bool:
    return not isinstance(value, list) or all(is_valid(each, expected) for each in value)


def _check_min_length(value: object, expected: Any, _schema: Schema, _check: Check) -> bool:
    return not isinstance(value, str) or len(value) >= expected


def _check_min_items(value: object, expected: Any, _schema: Schema, _check: Check) -> bool:
    return not isinstance(value, list) or len(value) >= expected


def _check_minimum(value: object, expected: Any, _schema: Schema, _check: Check) -> bool:
    return not isinstance(value, int | float) or bool(value >= expected)


def _check_pattern(value: object, expected: Any, _schema: Schema, _check: Check) -> bool:
    return not isinstance(value, str) or re.search(expected, value) is not None


def _check_any_of(value: object, expected: Any, _schema: Schema, is_valid: Check) -> bool:
    return any(is_valid(value, inner) for inner in expected)


def _check_all_of(value: object, expected: Any, _schema: Schema, is_valid: Check) -> bool:
    return all(is_valid(value, inner) for inner in expected)


def _check_if(value: object, schema: Schema, is_valid: Check, is_invalid: Check) -> bool:
    then, otherwise = schema.get("then", True), schema.get("else", True)
    if is_invalid(value, schema["if"]):
        return is_valid(value, otherwise)
    # If it is unknown which branch applies, both must be valid.
    is_certain = is_valid(value, schema["if"])
    return is_valid(value, then) and (is_certain or is_valid(value, otherwise))


def _check_not(value: object, schema: Schema, _check: Check, is_invalid: Check) -> bool:
    return is_invalid(value, schema["not"])


def _reject_const(value: object, expected: Any, is_invalid: Check) -> bool:
    return _reject_enum(value, [expected], is_invalid)


def _reject_enum(value: object, expected: Any, _check: Check) -> bool:
    return isinstance(value, str) and value not in expected


def _reject_type(value: object, expected: Any, _check: Check) -> bool:
    names = [expected] if isinstance(expected, str) else expected
    return isinstance(value, str) and "string" not in names


def _reject_required(value: object, expected: Any, _check: Check) -> bool:
    return isinstance(value, dict) and any(name not in value for name in expected)


def _reject_properties(value: object, expected: Any, is_invalid: Check) -> bool:
    return isinstance(value, dict) and any(
        is_invalid(value[name], inner) for name, inner in expected.items() if name in value
    )


def _reject_pattern(value: object, expected: Any, _check: Check) -> bool:
    return isinstance(value, str) and re.search(expected, value) is None


_MAX_DEPTH = 64
_DEFINITIONS = ("#/definitions", "#/$defs")
_ANNOTATIONS = frozenset({"title", "description", "default", "examples", "$comment", "format"})
# In a subschema, they would change the meaning of a ``$ref``.
_ROOT_ANNOTATIONS = frozenset({"$schema", "$id", "definitions", "$defs"})
_TYPES: Mapping[str, type] = {
    "array": list,
    "boolean": bool,
    "integer": int,
    "null": type(None),
    "object": dict,
    "string": str,
}
_CHECKS: Mapping[str, Callable[[object, Any, Schema, Check], bool]] = {
    "type": _check_type,
    "enum": _check_enum,
    "const": _check_const,
    "required": _check_required,
    "properties": _check_properties,
    "additionalProperties": _check_additional,
    "items": _check_items,
    "minItems": _check_min_items,
    "minLength": _check_min_length,
    "minimum": _check_minimum,
    "pattern": _check_pattern,
    "anyOf": _check_any_of,
    "allOf": _check_all_of,
    # ``if`` checks them; without it they have no effect.
    "then": lambda *_: True,
    "else": lambda *_: True,
}
# Keywords that are decided by what is certainly invalid.
_BRANCHES: Mapping[str, Callable[[object, Schema, Check, Check], bool]] = {
    "if": _check_if,
    "not": _check_not,
}
_REJECTIONS: Mapping[str, Callable[[object, Any, Check], bool]] = {
    "type": _reject_type,
    "enum": _reject_enum,
    "const": _reject_const,
    "required": _reject_required,
    "properties": _reject_properties,
    "pattern": _reject_pattern,
}
_REJECTING = frozenset(_REJECTIONS)
