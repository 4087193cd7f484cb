"""What can be said of a JSON Schema and its instances without jsonschema."""

import re
from collections.abc import Callable, Mapping
from typing import Any

Schema = Mapping[str, Any]
Within = Callable[[object, object], bool]


def fast_validate(instance: object, schema: object) -> bool:
    """
    Say that *instance* is surely valid; False means: ask jsonschema.

    Only the keywords in the tables below are known. Any other, and any schema that is
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

    def refused(value: object, inner: object) -> bool:
        return _refuses(value, inner, root, depth + 1)

    for keyword, expected in schema.items():
        if keyword in annotations:
            continue
        if keyword == "$ref":
            accepted = within(instance, _resolved(expected, root))
        elif keyword in _WAYS:
            accepted = _WAYS[keyword](instance, schema, within, refused)
        else:
            accepted = _CHECKS[keyword](instance, expected, schema, within)
        if not accepted:
            return False
    return True


def _refuses(instance: object, schema: Any, root: Any, depth: int) -> bool:
    """Say that *instance* is surely invalid; False means nothing."""
    if isinstance(schema, bool) or depth > _DEPTH:
        return schema is False
    if not schema.keys() <= _PLAIN | _ANNOTATIONS:
        return False

    def refused(value: object, inner: object) -> bool:
        return _refuses(value, inner, root, depth + 1)

    return any(
        _REFUSALS[keyword](instance, expected, refused)
        for keyword, expected in schema.items()
        if keyword in _PLAIN
    )


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


def _min_items(value: object, expected: Any, _schema: Schema, _within: Within) -> bool:
    return not isinstance(value, list) or len(value) >= expected


def _minimum(value: object, expected: Any, _schema: Schema, _within: Within) -> bool:
    return not isinstance(value, int | float) or bool(value >= expected)


def _pattern(value: object, expected: Any, _schema: Schema, _within: Within) -> bool:
    return not isinstance(value, str) or re.search(expected, value) is not None


def _any_of(value: object, expected: Any, _schema: Schema, within: Within) -> bool:
    return any(within(value, inner) for inner in expected)


def _all_of(value: object, expected: Any, _schema: Schema, within: Within) -> bool:
    return all(within(value, inner) for inner in expected)


def _if(value: object, schema: Schema, within: Within, refused: Within) -> bool:
    then, otherwise = schema.get("then", True), schema.get("else", True)
    if refused(value, schema["if"]):
        return within(value, otherwise)
    # Where it is not sure which way is taken, both must be open.
    sure = within(value, schema["if"])
    return within(value, then) and (sure or within(value, otherwise))


def _not(value: object, schema: Schema, _within: Within, refused: Within) -> bool:
    return refused(value, schema["not"])


def _not_const(value: object, expected: Any, refused: Within) -> bool:
    return _not_enum(value, [expected], refused)


def _not_enum(value: object, expected: Any, _refused: Within) -> bool:
    return isinstance(value, str) and value not in expected


def _not_type(value: object, expected: Any, _refused: Within) -> bool:
    names = [expected] if isinstance(expected, str) else expected
    return isinstance(value, str) and "string" not in names


def _not_required(value: object, expected: Any, _refused: Within) -> bool:
    return isinstance(value, dict) and any(name not in value for name in expected)


def _not_properties(value: object, expected: Any, refused: Within) -> bool:
    return isinstance(value, dict) and any(
        refused(value[name], inner) for name, inner in expected.items() if name in value
    )


def _not_pattern(value: object, expected: Any, _refused: Within) -> bool:
    return isinstance(value, str) and re.search(expected, value) is None


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
    "minItems": _min_items,
    "minLength": _min_length,
    "minimum": _minimum,
    "pattern": _pattern,
    "anyOf": _any_of,
    "allOf": _all_of,
    # They are looked at where ``if`` is; without it they mean nothing.
    "then": lambda *_: True,
    "else": lambda *_: True,
}
_WAYS: Mapping[str, Callable[[object, Schema, Within, Within], bool]] = {"if": _if, "not": _not}
_REFUSALS: Mapping[str, Callable[[object, Any, Within], bool]] = {
    "type": _not_type,
    "enum": _not_enum,
    "const": _not_const,
    "required": _not_required,
    "properties": _not_properties,
    "pattern": _not_pattern,
}
_PLAIN = frozenset(_REFUSALS)
