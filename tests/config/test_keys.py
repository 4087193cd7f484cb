"""The converters and the schema of the configuration agree, in every key."""

import copy
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from matrixlint.config.describe import describe_type
from matrixlint.config.keys import CONFIGURATION, DIALECT, KEYS, OUTPUT_FORMATS
from matrixlint.config.problem import Problems
from matrixlint.config.resolve import read_config
from matrixlint.output.formats import FORMATS
from matrixlint.schema import validate
from matrixlint.syntax.dialects.custom import build_dialects

SCHEMA = validate.load("config")
VALIDATOR = Draft7Validator(SCHEMA)
DIALECT_SCHEMA = SCHEMA["definitions"]["dialect"]


def resolved(inner: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the schema that *inner* is, or refers to."""
    if "$ref" not in inner:
        return inner
    found: Mapping[str, Any] = SCHEMA["definitions"][inner["$ref"].rpartition("/")[2]]
    return found


def read(table: Any) -> tuple[Any, bool]:
    """Return the values that the converters read of *table*, and whether it is valid."""
    problems = Problems()
    values = CONFIGURATION.read(table, (), problems)
    return values, not problems.sort()


def valid(inner: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """Return a strategy of values that *inner*, a part of the schema, accepts."""
    inner = resolved(inner)
    if "enum" in inner:
        return st.sampled_from(inner["enum"])
    if inner["type"] == "object":
        return valid_tables(inner)
    if inner["type"] == "array":
        return st.lists(valid(inner["items"]), max_size=2)
    return {
        "boolean": st.booleans(),
        "string": st.text("ab.*-", min_size=inner.get("minLength", 0), max_size=3),
    }[inner["type"]]


def valid_tables(inner: Mapping[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    optional = {name: valid(each) for name, each in inner.get("properties", {}).items()}
    known = st.fixed_dictionaries({}, optional=optional)
    if "anyOf" in inner:
        names = [each["required"][0] for each in inner["anyOf"]]
        one = st.sampled_from(names).flatmap(
            lambda name: st.fixed_dictionaries({name: optional[name]})
        )
        known = st.builds(lambda first, rest: first | rest, one, known)
    others = inner.get("additionalProperties", {})
    if others is False:
        return known
    free = valid(others) if others else st.text(max_size=2)
    added = st.dictionaries(st.text("xyz", min_size=1, max_size=2), free, max_size=2)
    return st.builds(lambda first, rest: first | rest, added, known)


def places(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the place of *value* and of every value in it."""
    yield place
    if isinstance(value, dict | list):
        steps = value if isinstance(value, dict) else range(len(value))
        for step in steps:
            yield from places(value[step], (*place, step))


def put(table: dict[str, Any], place: tuple[Any, ...], value: Any) -> Any:
    """Return *table* with *value* at *place*."""
    if not place:
        return value
    changed: Any = copy.deepcopy(table)
    inner = changed
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    return changed


def find(table: Any, place: tuple[Any, ...]) -> Any:
    """Return the value at *place* of *table*."""
    for step in place:
        table = table[step]
    return table


TABLE = valid_tables(SCHEMA)
# Values of all types, words of the schema, and tables with the keys of others.
ODD: list[Any] = [
    *(5, 0, 1.0, True, False, "", "a", "error", "off", "never", "missing", "json", "driver"),
    *([], [""], ["a"], [5], [[]], {}, {"a": 5}, {"a": ""}, {"a": "a"}, {"a": []}, {"a": [""]}),
    *({"a": {}}, {"a": "missing"}, {"a": "choice"}, {"a": "off"}, {"a": ["a"]}, {"a": [5]}),
    *({"extends": "a"}, {"label": "a"}, {"levels": []}, {"levels": ["", 5]}, {"MX406": {}}),
    *({"MX406": {"levels": [""]}}, {"partial-without-notes": {"level": []}}, {"MX401": 5}),
]
odd_values = st.sampled_from(ODD)


def test_the_keys_are_those_of_the_schema_in_its_order() -> None:
    assert list(KEYS) == list(SCHEMA["properties"])
    assert list(DIALECT.readers) == list(DIALECT_SCHEMA["properties"])
    assert [{"required": [name]} for name in DIALECT.required] == DIALECT_SCHEMA["anyOf"]


@pytest.mark.parametrize(
    ("readers", "described"),
    [(KEYS, SCHEMA["properties"]), (DIALECT.readers, DIALECT_SCHEMA["properties"])],
    ids=["configuration", "dialect"],
)
def test_messages_expect_what_the_schema_describes(
    readers: Mapping[str, Any], described: Mapping[str, Any]
) -> None:
    for name, reader in readers.items():
        problems = Problems()
        reader.read(5, ("x",), problems)

        (found,) = problems.sort()
        assert found.message == f"x is 5; expected {describe_type(described[name], SCHEMA)}"


def test_the_output_formats_are_those_that_have_a_renderer() -> None:
    assert (*FORMATS, "auto") == OUTPUT_FORMATS


@pytest.mark.parametrize("name", KEYS)
def test_each_key_takes_what_the_schema_accepts(name: str) -> None:
    for value in ODD:
        table = {name: value}
        assert read(table)[1] == VALIDATOR.is_valid(table), value


@pytest.mark.parametrize("name", DIALECT.readers)
def test_each_key_of_a_dialect_takes_what_the_schema_accepts(name: str) -> None:
    for value in ODD:
        table = {"dialects": {"x": {"extends": "driver", name: value}}}
        assert read(table)[1] == VALIDATOR.is_valid(table), value


@given(TABLE)
def test_what_the_schema_accepts_is_read_as_it_is(table: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid(table)
    assert read(table) == (table, True)


@given(st.data(), TABLE, odd_values)
def test_the_converters_accept_what_the_schema_accepts(
    data: st.DataObject, table: dict[str, Any], odd: Any
) -> None:
    place = data.draw(st.sampled_from(list(places(table))))
    changed = put(table, place, odd)

    assert read(changed)[1] == VALIDATOR.is_valid(changed)


@given(st.data(), TABLE, st.sampled_from(["a", "fields", "select", "levels"]), odd_values)
def test_they_accept_the_same_keys(
    data: st.DataObject, table: dict[str, Any], name: str, odd: Any
) -> None:
    tables = [place for place in places(table) if isinstance(find(table, place), dict)]
    changed = put(table, (*data.draw(st.sampled_from(tables)), name), odd)

    assert read(changed)[1] == VALIDATOR.is_valid(changed)


class TestDefaults:
    def test_they_are_what_holds_without_a_key(self) -> None:
        described = SCHEMA["properties"]
        table = {name: each["default"] for name, each in described.items() if "default" in each}
        found = read_config(table, None)

        assert found._replace(settings=found.settings._replace(wording={})) == read_config({}, None)

    def test_those_of_dialects_hold_where_none_is_extended(self) -> None:
        described = DIALECT_SCHEMA["properties"]
        defaults = {name: each["default"] for name, each in described.items() if "default" in each}
        bare = {"declaration": "plugin."}

        assert build_dialects({"dialects": {"x": {**bare, **defaults}}}) == build_dialects(
            {"dialects": {"x": bare}}
        )
