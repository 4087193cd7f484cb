"""Options of rules: those of plugins may use all of JSON Schema."""

import sys
from typing import Any

import pytest

from matrixlint.config.rule_options import find_option_errors
from matrixlint.diagnostic import Severity
from matrixlint.rules.rule import Rule

LEVELS = {"type": "array", "items": {"type": "string", "description": "x"}, "default": []}
TABLE = {
    "type": "object",
    "properties": {"size": {"type": "integer"}, "name": {"type": "string", "minLength": 2}},
    "additionalProperties": False,
}
PLACE = ("options", "HR001")


def told(option: dict[str, Any], value: Any) -> list[tuple[tuple[str | int, ...], str]]:
    """Return the problems of *value* as an option; each place is in the option, without it."""
    rule = Rule("HR001", "house-rule", Severity.ERROR, "A page.", lambda _: iter(()), {"x": option})
    found = find_option_errors(rule, {"x": value}, PLACE)
    return [(each.place[3:], each.message.removeprefix("options.HR001.x")) for each in found]


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ({"type": "boolean"}, True),
        ({"type": "string"}, ""),
        ({"type": "string", "minLength": 1}, "a"),
        ({"type": "string", "minLength": 2}, "ab"),
        ({"type": "string", "enum": ["a", "b"]}, "b"),
        ({"enum": ["a", "b"]}, "b"),
        (LEVELS, []),
        (LEVELS, ["", "a"]),
        ({"type": "array", "items": LEVELS}, [["a"], []]),
        ({"type": "integer"}, 1.0),
        ({"type": ["string", "integer"]}, 5),
        ({"type": "array", "items": {"type": "integer"}}, [5]),
        (TABLE, {"size": 5}),
        ({}, {"a": [5]}),
    ],
)
def test_what_an_option_allows_is_right(option: dict[str, Any], value: Any) -> None:
    assert told(option, value) == []


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [
        ({"type": "boolean"}, 1, [((), " is 1; expected true or false")]),
        ({"type": "string"}, 1, [((), " is 1; expected a string")]),
        (
            {"type": "string", "minLength": 1, "default": "a"},
            "",
            [((), " is ''; expected a string that is not empty")],
        ),
        (
            {"type": "string", "minLength": 2},
            "a",
            [((), " is 'a'; expected a string that is not empty")],
        ),
        (
            {"type": "string", "enum": ["left", "right"]},
            "rigt",
            [((), " is 'rigt'; expected left or right; did you mean 'right'?")],
        ),
        (
            {"enum": ["left", "right"]},
            "rigt",
            [((), " is 'rigt'; expected left or right; did you mean 'right'?")],
        ),
        (LEVELS, "a", [((), " is 'a'; expected an array of strings")]),
        (
            LEVELS,
            ["a", 5, []],
            [((1,), "[1] is 5; expected a string"), ((2,), "[2] is []; expected a string")],
        ),
        ({"type": "integer", "minimum": 1}, 0, [((), " is 0; expected an integer")]),
        (
            {"type": "array", "items": {"type": "integer"}},
            ["a"],
            [((0,), "[0] is 'a'; expected an integer")],
        ),
        (
            {"type": "integer", "minimum": 1, "maximum": 0},
            0.5,
            [((), " is 0.5; expected an integer")],
        ),
        (
            TABLE,
            {"size": "a", "name": "", "siz": 1},
            [
                (("siz",), "unknown setting 'siz' in options.HR001.x"),
                (("name",), ".name is ''; expected a string that is not empty"),
                (("size",), ".size is 'a'; expected an integer"),
            ],
        ),
    ],
)
def test_what_it_does_not_allow_is_told_with_its_place(
    option: dict[str, Any], value: Any, expected: list[tuple[tuple[str | int, ...], str]]
) -> None:
    assert told(option, value) == expected


def test_a_rule_without_options_has_none() -> None:
    rule = Rule("HR001", "house-rule", Severity.ERROR, "A page.", lambda _: iter(()))

    assert [each.message for each in find_option_errors(rule, {"a": 1}, PLACE)] == [
        "unknown setting 'a' in options.HR001"
    ]


def test_plain_options_need_no_json_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matrixlint.schema.validate", None)

    assert told(LEVELS, [5]) == [((0,), "[0] is 5; expected a string")]
    with pytest.raises(ImportError):
        told(TABLE, {"size": "a"})
