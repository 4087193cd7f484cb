"""The schemas load, their faults have places, and the acceptor is sound."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

from matrixlint import schema
from matrixlint.error import FileError, Trouble

CONFIG = schema.load("config")


def test_the_text_of_a_schema_is_that_of_its_file() -> None:
    path = os.path.join(os.path.dirname(__file__), "..", "schemas", "report.schema.json")

    assert schema.text("report") == Path(path).read_text(encoding="utf-8")


def test_the_package_is_looked_in_before_what_is_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, text in (("matrixlint", "inside"), (".", "beside")):
        (tmp_path / folder / "schemas").mkdir(parents=True)
        (tmp_path / folder / "schemas" / "x.schema.json").write_text(text, encoding="utf-8")
    monkeypatch.setattr(schema, "__file__", str(tmp_path / "matrixlint" / "schema.py"))

    assert schema.text("x") == "inside"


def test_a_missing_schema_is_an_error_of_the_installation() -> None:
    with pytest.raises(FileError) as caught:
        schema.text("nothing")

    expected = Trouble("the schema 'nothing' is missing from this installation")
    assert caught.value.troubles == (expected,)


def test_the_configuration_s_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(CONFIG)


def test_all_settings_are_described() -> None:
    assert [name for name, each in CONFIG["properties"].items() if not each["description"]] == []


def test_a_valid_instance_has_no_faults() -> None:
    assert schema.faults({"select": ["MX4"], "fail-on": "never"}, CONFIG) == []


def test_faults_come_with_their_places_in_order() -> None:
    instance = {"severity": {"MX1": "of"}, "ignore": ["MX1", 5], "nothing": 1}

    found = schema.faults(instance, CONFIG)

    assert [(fault.place, fault.keyword, fault.value) for fault in found] == [
        ((), "additionalProperties", instance),
        (("ignore", 1), "type", 5),
        (("severity", "MX1"), "enum", "of"),
    ]
    assert found[1].message == "5 is not of type 'string'"
    assert found[2].schema["enum"] == ["error", "warning", "info", "off"]


def test_a_schema_that_allows_nothing_has_a_fault_too() -> None:
    (fault,) = schema.faults({"a": 1}, {"properties": {"a": False}})

    assert (fault.message, fault.schema) == ("False schema does not allow 1", {})


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
        ("x", {"$ref": "#/$defs/a", "$defs": {"a": {"type": "string"}}}),
        ("x", {"$ref": "#/definitions/a", "definitions": {"a": True}, "$id": "x", "title": "x"}),
    ],
)
def test_what_is_surely_valid_is_accepted(instance: object, accepting: Any) -> None:
    assert schema.accepts(instance, accepting)
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
        (1, {"$ref": "#/$defs/a", "$defs": {"a": {"type": "string"}}}),
    ],
)
def test_what_is_invalid_is_not_accepted(instance: object, refusing: Any) -> None:
    assert not schema.accepts(instance, refusing)
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
        ({}, {"required": 5}),
        (1, 5),
    ],
)
def test_what_it_does_not_know_is_not_accepted(instance: object, doubtful: Any) -> None:
    assert not schema.accepts(instance, doubtful)


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
        "not": inner,
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

    if schema.accepts(instance, whole):
        assert draft(whole).is_valid(instance)
