"""What the acceptor accepts is valid, and what has the shape of a schema is one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from jsonschema.exceptions import SchemaError

from matrixlint.schema.fast_path import fast_validate
from matrixlint.schema.well_formed import is_well_formed


@pytest.mark.parametrize(
    ("instance", "accepting"),
    [
        (1, True),
        ("x", {"type": "string"}),
        (None, {"type": ["string", "null"]}),
        (True, {"type": "boolean"}),
        (3, {"type": "integer", "minimum": 3}),
        (3.5, {"minimum": 3}),
        ("x", {"minimum": 3}),
        ("a", {"enum": ["b", "a"]}),
        (None, {"const": None}),
        ("ab", {"pattern": "b$", "minLength": 2}),
        (1, {"pattern": "b$", "minLength": 2, "required": ["a"], "items": False}),
        (1, {"properties": {"a": False}, "additionalProperties": False}),
        ({"a": 1, "b": 2}, {"required": ["a"], "properties": {"a": {"type": "integer"}}}),
        ({"b": 2}, {"additionalProperties": {"type": "integer"}}),
        ([1, 2], {"items": {"type": "integer"}}),
        (1, {"anyOf": [{"type": "string"}, {"type": "integer"}]}),
        ("ab", {"allOf": [{"type": "string"}, {"minLength": 2}]}),
        (["x"], {"minItems": 1}),
        ("x", {"minItems": 1, "then": False, "else": False}),
        ("a", {"if": {"const": "a"}, "then": {"type": "string"}, "else": False}),
        ("b", {"if": {"enum": ["a"]}, "then": False}),
        ({"a": "b"}, {"if": {"properties": {"a": {"const": "a"}}}, "then": False}),
        ({}, {"if": {"required": ["a"]}, "then": False}),
        ("b", {"if": {"pattern": "a"}, "then": False}),
        ("b", {"if": {"type": ["integer", "null"]}, "then": False}),
        (1, {"if": {"minimum": 2}, "then": {"type": "integer"}}),
        ("b", {"not": {"const": "a", "title": "x"}}),
        ("b", {"not": False}),
        ({"a": "b"}, {"not": {"properties": {"a": {"properties": {}, "type": "null"}}}}),
        ("x", {"$ref": "#/$defs/a", "$defs": {"a": {"type": "string"}}}),
        ("x", {"$ref": "#/definitions/a", "definitions": {"a": True}, "$id": "x", "title": "x"}),
    ],
)
def test_what_is_surely_valid_is_accepted(instance: object, accepting: Any) -> None:
    assert fast_validate(instance, accepting)
    assert Draft202012Validator(accepting).is_valid(instance)


@pytest.mark.parametrize(
    ("instance", "refusing"),
    [
        (1, False),
        (1, {"type": "string"}),
        (True, {"type": "integer"}),
        (2, {"minimum": 3}),
        (2.5, {"minimum": 3}),
        ("c", {"enum": ["b", "a"]}),
        (True, {"const": 1}),
        (1, {"enum": [True]}),
        ("ab", {"pattern": "a$"}),
        ("a", {"minLength": 2}),
        ({}, {"required": ["a"]}),
        ({"a": 1}, {"properties": {"a": {"type": "string"}}}),
        ({"a": 1}, {"additionalProperties": False}),
        ([1, "x"], {"items": {"type": "integer"}}),
        (1, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        ("a", {"allOf": [{"type": "string"}, {"minLength": 2}]}),
        ([], {"minItems": 1}),
        ("a", {"if": {"const": "a"}, "then": {"type": "null"}}),
        ("b", {"if": {"const": "a"}, "else": {"type": "null"}}),
        ("a", {"not": {"const": "a"}}),
        ("a", {"not": True}),
        (1, {"$ref": "#/$defs/a", "$defs": {"a": {"type": "string"}}}),
    ],
)
def test_what_is_invalid_is_not_accepted(instance: object, refusing: Any) -> None:
    assert not fast_validate(instance, refusing)
    assert not Draft202012Validator(refusing).is_valid(instance)


@pytest.mark.parametrize(
    ("instance", "doubtful"),
    [
        (1.0, {"type": "number"}),
        ([1], {"uniqueItems": True}),
        ([1], {"const": [1]}),
        ({"a": 1}, {"patternProperties": {"a": True}, "additionalProperties": False}),
        (1, {"$ref": "https://example.org/schema"}),
        (1, {"$ref": "#/$defs/nothing", "$defs": {}}),
        (1, {"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/a"}}}),
        (1, {"properties": 5, "anyOf": [{"$id": "x"}]}),
        ("x", {"pattern": "("}),
        (1, {"not": {"minimum": 2}}),
        (1, {"not": {"$ref": "#/$defs/a"}, "$defs": {"a": False}}),
        (1, {"not": {"not": {"type": "integer"}}}),
        (
            3,
            {"if": {"minimum": 2}, "then": {"type": "integer"}, "else": False, "format": 5, "x": 1},
        ),
        ({}, {"required": 5}),
        (1, 5),
    ],
)
def test_what_it_does_not_know_is_not_accepted(instance: object, doubtful: Any) -> None:
    assert not fast_validate(instance, doubtful)


SCALAR = (
    st.none() | st.booleans() | st.integers(-3, 3) | st.floats(-3, 3) | st.text("ab", max_size=3)
)
VALUE = st.recursive(
    SCALAR,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner),
    max_leaves=6,
)
TYPE = st.sampled_from(["array", "boolean", "integer", "null", "number", "object", "string"])


def grown(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    keywords: dict[str, st.SearchStrategy[Any]] = {
        "type": TYPE | st.lists(TYPE, min_size=1, max_size=3, unique=True),
        "enum": st.lists(VALUE, min_size=1, max_size=3),
        "const": VALUE,
        "required": st.lists(st.sampled_from("abc"), unique=True),
        "properties": st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
        "patternProperties": st.dictionaries(st.sampled_from(["a", "^b"]), inner),
        "additionalProperties": inner,
        "items": inner,
        "minLength": st.integers(0, 3),
        "maxLength": st.integers(0, 3),
        "minimum": st.integers(-3, 3),
        "pattern": st.sampled_from(["a", "^b", "b$"]),
        "anyOf": st.lists(inner, min_size=1, max_size=2),
        "allOf": st.lists(inner, min_size=1, max_size=2),
        "not": inner,
        "if": inner,
        "then": inner,
        "else": inner,
        "minItems": st.integers(0, 3),
        "title": st.just("x"),
        "$ref": st.sampled_from(["#/$defs/x", "#/definitions/x", "#/$defs/y"]),
    }
    return st.booleans() | st.fixed_dictionaries({}, optional=keywords)


SCHEMA: st.SearchStrategy[Any] = st.recursive(st.just({}), grown, max_leaves=4).filter(
    lambda each: isinstance(each, dict)
)
LEAF = st.fixed_dictionaries({}, optional={"type": TYPE, "minLength": st.integers(0, 2)})


@given(VALUE, SCHEMA, LEAF, st.sampled_from([Draft7Validator, Draft202012Validator]))
def test_whatever_is_accepted_is_valid(
    instance: object, drawn: dict[str, Any], leaf: dict[str, Any], draft: Any
) -> None:
    places = {"definitions": {"x": leaf, "y": leaf}, "$defs": {"x": leaf, "y": leaf}}
    whole = {"$schema": draft.META_SCHEMA["$schema"], **drawn, **places}

    if fast_validate(instance, whole):
        assert draft(whole).is_valid(instance)


@pytest.mark.parametrize(
    "schema",
    [
        {},
        {"$schema": "x", "$id": "y", "type": "string", "title": "x", "$comment": "y"},
        {"properties": {"a": {"type": ["string", "null"], "enum": [1]}}, "required": ["a"]},
        {"$defs": {"a": True}, "items": {"$ref": "#/$defs/a"}, "minItems": 1},
        {"definitions": {"a-b": {}}, "anyOf": [{"$ref": "#/definitions/a-b"}]},
        {"if": {"const": 1}, "then": False, "else": {"not": {}}, "allOf": [{"pattern": "a"}]},
        {"default": 1, "examples": [], "description": "x", "additionalProperties": False},
    ],
)
def test_what_has_the_shape_of_a_schema_is_seen(schema: Any) -> None:
    assert is_well_formed(schema)


@pytest.mark.parametrize(
    "schema",
    [
        5,
        True,
        {"type": "strnig"},
        {"type": []},
        {"type": ["null", "null"]},
        {"type": [1]},
        {"items": 5},
        {"items": [{}]},
        {"anyOf": []},
        {"anyOf": {}},
        {"allOf": [5]},
        {"properties": []},
        {"properties": {"a": 5}},
        {"required": "a"},
        {"required": ["a", "a"]},
        {"minLength": -1},
        {"minLength": True},
        {"minItems": "1"},
        {"pattern": "("},
        {"pattern": 5},
        {"title": 5},
        {"$id": "a#b"},
        {"enum": 5},
        {"items": {"$id": "x"}},
        {"$ref": 5},
        {"$ref": "#/$defs/a"},
        {"$ref": "#/$defs/a", "$defs": {"b": {}}},
        {"$ref": "#/$defs/a", "$defs": []},
        {"$ref": "other.json"},
        {"uniqueItems": True},
        {"oneOf": [{}]},
    ],
)
def test_what_is_no_schema_or_not_surely_one_is_left_to_jsonschema(schema: Any) -> None:
    assert not is_well_formed(schema)


def test_a_schema_that_is_too_deep_is_left_to_jsonschema() -> None:
    schema: Any = {}
    for _ in range(70):
        schema = {"items": schema}

    assert not is_well_formed(schema)
    assert not fast_validate([], {"allOf": [{"not": schema}]})


ODD: st.SearchStrategy[Any] = st.sampled_from(
    [5, -1, "(", [], {}, None, True, ["a", "a"], "string", "a#b", [{}]]
)


@given(SCHEMA, st.dictionaries(st.sampled_from(["type", "pattern", "$id", "anyOf", "items"]), ODD))
def test_whatever_is_well_formed_is_a_schema(drawn: dict[str, Any], odd: dict[str, Any]) -> None:
    schema = {**drawn, **odd, "$defs": {"x": {}}}
    if not is_well_formed(schema):
        return

    for draft in (Draft7Validator, Draft202012Validator):
        try:
            draft.check_schema(schema)
        except SchemaError as error:
            pytest.fail(f"{schema} is no schema: {error.message}")
