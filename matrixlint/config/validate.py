"""Validate a configuration: error messages with line numbers."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from matrixlint.config.origin import Origin
from matrixlint.config.problem import ConfigProblem
from matrixlint.config.rule_selection import find_unknown_selectors
from matrixlint.config.settings import WORDING, Place
from matrixlint.errors import ErrorDetail
from matrixlint.rules.plugins import find_plugin_errors, load_rules
from matrixlint.rules.rule import Rule
from matrixlint.schema import validate
from matrixlint.schema.fast_path import Schema
from matrixlint.schema.validate import InstanceError
from matrixlint.text.phrases import format_suggestion, join_or
from matrixlint.text.project_root import find_outside, find_root
from matrixlint.text.similarity import closest_match

_SELECTIONS = ("select", "extend-select", "ignore")
_PATHS = ("baseline", "schema")
# Longer values are shortened in messages.
_MAX_SHOWN_LENGTH = 200
_WORDED = frozenset({*WORDING, "dialect", "options"})


def find_errors(table: Any, origin: Origin | None) -> list[ErrorDetail]:
    """Return the errors in *table*, sorted by line if its *origin* is known."""
    schema = validate.load("config")
    # Values are checked only if all of them have the expected types.
    found = list(_find_schema_errors(table, schema)) or list(_find_unknown_names(table))
    if origin is None:
        return [ErrorDetail(problem.message) for problem in found]
    located = [_locate(problem, origin) for problem in found]
    return sorted(located, key=lambda detail: detail.line or 0)


def find_path_errors(
    table: Mapping[str, Any], path: str, origin: Origin | None
) -> list[ErrorDetail]:
    """
    Return the errors in the paths that *table*, of the file *path*, sets.

    Paths must stay below the root of the project, and no file is created through a link,
    because the configuration is data of the linted repository. Paths from the command line
    are not checked: they are the user's own.
    """
    overrides = origin.overrides if origin else ()
    found = []
    for name in _PATHS:
        if name in table and not any(override.holds((name,)) for override in overrides):
            message = _check_path(name, table[name], path)
            if message:
                problem = ConfigProblem((name,), message)
                found.append(_locate(problem, origin) if origin else ErrorDetail(message))
    return found


def _check_path(name: str, written: str, path: str) -> str | None:
    if "\0" in written:
        return f"{name} is {written!r}; expected a path"
    folder = os.path.dirname(path)
    place = os.path.join(folder, written)
    root = find_root(folder, path)
    if find_outside(place, root) is not None:
        return f"{name} is {written!r}; expected a path below the root of the project, {root!r}"
    if os.path.islink(place) and not os.path.exists(place):
        return f"{name} is {written!r}, a link that leads nowhere"
    return None


def _find_unknown_names(table: Mapping[str, Any]) -> Iterator[ConfigProblem]:
    """Yield the unknown names in *table*, whose structure is valid."""
    plugins = table.get("plugins", ())
    if plugin_errors := list(find_plugin_errors(plugins)):
        # The set of rules is unknown then.
        for index, detail in plugin_errors:
            yield ConfigProblem(("plugins", index), detail.message)
        return
    rules = load_rules(tuple(plugins))
    yield from _find_unknown_rules(table, rules)
    wrong = list(_find_option_errors(table.get("options", {}), rules))
    yield from wrong
    if not wrong and not _WORDED.isdisjoint(table):
        # Imported late: few configurations define words or dialects.
        from matrixlint.config.validate_dialects import find_dialect_errors

        yield from find_dialect_errors(table)


def _locate(problem: ConfigProblem, origin: Origin) -> ErrorDetail:
    for override in reversed(origin.overrides):
        if override.holds(problem.place):
            return ErrorDetail(f"--config {override.text!r}: {problem.message}")
    # Imported late: a valid configuration needs no lines.
    from matrixlint.config.toml_lines import find_line

    line = find_line(origin.text, (*origin.table, *problem.place))
    return ErrorDetail(problem.message, origin.path, line, 1)


def _find_schema_errors(table: Any, schema: Schema, parent: Place = ()) -> Iterator[ConfigProblem]:
    reported: set[Place] = set()
    found = validate.find_errors(table, schema)
    # A key missing from a table may be the one that is misspelt in it.
    with_unknown_keys = {error.place for error in found if error.keyword == "additionalProperties"}
    for relative_error in found:
        if relative_error.keyword == "anyOf" and relative_error.place in with_unknown_keys:
            continue
        error = relative_error._replace(place=(*parent, *relative_error.place))
        if error.keyword == "additionalProperties":
            yield from _find_unknown_settings(error)
        elif error.place not in reported:
            # A value of the wrong type violates its enum too.
            reported.add(error.place)
            yield ConfigProblem(error.place, _format_message(error, schema))


def _find_unknown_settings(error: InstanceError) -> Iterator[ConfigProblem]:
    known = error.schema["properties"]
    written: Any = error.value
    where = f" in {_format_place(error.place)}" if error.place else ""
    for name in written:
        if name not in known:
            suggestion = closest_match(name, [each for each in known if each not in written])
            message = f"unknown setting {name!r}{where}{format_suggestion(suggestion)}"
            yield ConfigProblem((*error.place, name), message)


def _format_message(error: InstanceError, schema: Schema) -> str:
    name = _format_place(error.place)
    if error.keyword == "anyOf":
        absent = [repr(key) for each in error.schema["anyOf"] for key in each["required"]]
        return f"{name} is incomplete; expected {join_or(absent)}"
    # Imported late: a valid configuration needs no descriptions either.
    from matrixlint.config.describe import describe_type

    words = error.schema.get("enum", ())
    suggestion = closest_match(error.value, words) if isinstance(error.value, str) else None
    expected = describe_type(error.schema, schema)
    if error.keyword == "minLength":
        expected += " that is not empty"
    hint = format_suggestion(suggestion)
    return f"{name} is {_format_value(error.value)}; expected {expected}{hint}"


def _find_unknown_rules(table: Mapping[str, Any], rules: Sequence[Rule]) -> Iterator[ConfigProblem]:
    lists: dict[Place, Sequence[str]] = {(name,): table.get(name, ()) for name in _SELECTIONS}
    for name, selectors in table.get("per-file-ignores", {}).items():
        lists["per-file-ignores", name] = selectors
    for place, selectors in lists.items():
        indexes = {selector: at for at, selector in reversed(list(enumerate(selectors)))}
        for each in find_unknown_selectors(selectors, rules):
            yield ConfigProblem((*place, indexes[each.selector]), f"{_format_place(place)}: {each}")
    for setting in ("severity", "options"):
        yield from _find_unknown_rule_keys(setting, table.get(setting, {}), rules)


def _find_unknown_rule_keys(
    setting: str, written: Mapping[str, object], rules: Sequence[Rule]
) -> Iterator[ConfigProblem]:
    codes = {rule.code: rule.code for rule in rules} | {r.name: r.code for r in rules}
    reported: dict[str, str] = {}
    for name in written:
        if name not in codes:
            message = (
                f"{setting}: unknown rule {name!r}{format_suggestion(closest_match(name, codes))}"
            )
            yield ConfigProblem((setting, name), message)
        elif codes[name] in reported:
            message = f"{setting}: {name!r} and {reported[codes[name]]!r} are one rule"
            yield ConfigProblem((setting, name), message)
        else:
            reported[codes[name]] = name


def _find_option_errors(
    options: Mapping[str, Any], rules: Sequence[Rule]
) -> Iterator[ConfigProblem]:
    known = {name: rule for rule in rules for name in (rule.code, rule.name)}
    for name, values in options.items():
        if name in known:
            declared = known[name].options
            schema = {"properties": declared, "additionalProperties": False}
            yield from _find_schema_errors(values, schema, ("options", name))


def _format_place(place: Place) -> str:
    name = ""
    for step in place:
        if isinstance(step, int):
            name += f"[{step}]"
        else:
            plain = step.replace("-", "").replace("_", "").isalnum()
            name += f".{step}" if plain else f".{step!r}"
    return name.removeprefix(".") or "the configuration"


def _format_value(value: object) -> str:
    if isinstance(value, str):
        return repr(value)
    # Only invalid configurations get here. TOML's dates have no equivalent in JSON.
    import json

    shown = json.dumps(value, default=str, ensure_ascii=False)
    return shown if len(shown) <= _MAX_SHOWN_LENGTH else f"{shown[:_MAX_SHOWN_LENGTH]}..."
