"""Read the options of rules, which describe them by JSON Schema."""

from collections.abc import Mapping
from typing import Any

from matrixlint.config.converters import (
    BoolConverter,
    Converter,
    ListConverter,
    Reader,
    RecordConverter,
    TextConverter,
    WordConverter,
)
from matrixlint.config.problem import ConfigProblem, Problems
from matrixlint.config.settings import Place
from matrixlint.rules.registry import ALL
from matrixlint.rules.rule import Option, Rule

_ANNOTATIONS = frozenset({"title", "description", "default", "examples", "$comment"})


def read_built_in(name: str, options: Any, place: Place, problems: Problems) -> Any:
    """Return *options* of the rule *name*; only those of built-in rules are checked."""
    declared = [rule.options for rule in ALL if rule.options and name in (rule.code, rule.name)]
    if declared:
        return build_converter(declared[0]).read(options, place, problems)
    if not isinstance(options, dict):
        problems.add_wrong_value(place, options, RecordConverter.expected)
    return options


def find_option_errors(rule: Rule, options: Mapping[str, Any], place: Place) -> list[ConfigProblem]:
    """Return what is wrong in the *options* of *rule*, set at *place*."""
    problems = Problems()
    build_converter(rule.options).read(options, place, problems)
    return problems.sort()


class SchemaReader:
    """Reads an option that uses more of JSON Schema; only options of plugins do."""

    def __init__(self, option: Option) -> None:
        self.option = option

    def read(self, value: Any, place: Place, problems: Problems) -> Any:
        """Return *value* after adding its problems, the first at each place."""
        # Imported late: jsonschema takes 130 ms.
        from matrixlint.config.describe import describe_type
        from matrixlint.schema.validate import find_errors

        reported: set[Place] = set()
        for error in find_errors(value, self.option):
            inner = (*place, *error.place)
            if error.keyword == "additionalProperties":
                table: Any = error.value
                problems.add_unknown_settings(inner, table, error.schema.get("properties", {}))
            elif inner not in reported:
                reported.add(inner)
                expected = describe_type(error.schema, self.option)
                if error.keyword == "minLength":
                    expected += " that is not empty"
                words = error.schema.get("enum", ())
                problems.add_wrong_value(inner, error.value, expected, words)
        return value


def build_converter(options: Mapping[str, Option]) -> RecordConverter:
    """Return the converter of a table of *options*."""
    return RecordConverter({name: _build_reader(option) for name, option in options.items()})


def _build_reader(option: Option) -> Reader:
    return _build_plain(option) or SchemaReader(option)


def _build_plain(option: Option) -> Converter | None:
    """Return the converter of *option*, None if it uses more than types and words."""
    keywords = {name: value for name, value in option.items() if name not in _ANNOTATIONS}
    match keywords.pop("type", None):
        case "boolean" if not keywords:
            return BoolConverter()
        case "string" if keywords in ({}, {"minLength": 1}):
            return TextConverter(may_be_empty=not keywords)
        case "string" if keywords.keys() == {"enum"}:
            return WordConverter(*keywords["enum"])
        case "array" if keywords.keys() == {"items"}:
            item = _build_plain(keywords["items"])
            return item and ListConverter(item)
    return None
