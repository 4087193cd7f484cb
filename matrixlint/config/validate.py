"""What is wrong in a configuration, in words and with its line."""

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
# A value is shown no further.
_MOST_SHOWN = 200
_WORDED = frozenset({*WORDING, "dialect", "options"})


def find_errors(table: Any, origin: Origin | None) -> list[ErrorDetail]:
    """Return all that is wrong in *table*, by line where its *origin* is known."""
    described = validate.load("config")
    # What the values are is looked at only where they are of the kind they shall be.
    found = list(_misshapen(table, described)) or list(_misnamed(table))
    if origin is None:
        return [ErrorDetail(complaint.message) for complaint in found]
    placed = [_placed(complaint, origin) for complaint in found]
    return sorted(placed, key=lambda detail: detail.line or 0)


def find_path_errors(
    table: Mapping[str, Any], path: str, origin: Origin | None
) -> list[ErrorDetail]:
    """
    Return what is wrong with the paths that *table* of the configuration file *path* gives.

    They stay below the root of the project, and no file is created through a link: the
    configuration is data of the linted repository. A path of the command line is the user's own.
    """
    overrides = origin.overrides if origin else ()
    found = []
    for name in _PATHS:
        if name in table and not any(override.holds((name,)) for override in overrides):
            message = _check_path(name, table[name], path)
            if message:
                complaint = ConfigProblem((name,), message)
                found.append(_placed(complaint, origin) if origin else ErrorDetail(message))
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


def _misnamed(table: Mapping[str, Any]) -> Iterator[ConfigProblem]:
    """Yield what names nothing, in a *table* whose shape is right."""
    plugins = table.get("plugins", ())
    if lost := list(find_plugin_errors(plugins)):
        # Which rules there are is not known then.
        for index, detail in lost:
            yield ConfigProblem(("plugins", index), detail.message)
        return
    rules = load_rules(tuple(plugins))
    yield from _unknown_rules(table, rules)
    wrong = list(_wrong_options(table.get("options", {}), rules))
    yield from wrong
    if not wrong and not _WORDED.isdisjoint(table):
        # Few configurations bring words and dialects.
        from matrixlint.config.validate_dialects import find_dialect_errors as errors_of_dialects

        yield from errors_of_dialects(table)


def _placed(complaint: ConfigProblem, origin: Origin) -> ErrorDetail:
    for override in reversed(origin.overrides):
        if override.holds(complaint.place):
            return ErrorDetail(f"--config {override.text!r}: {complaint.message}")
    # A configuration without faults needs no lines.
    from matrixlint.config.toml_lines import find_line

    line = find_line(origin.text, (*origin.table, *complaint.place))
    return ErrorDetail(complaint.message, origin.path, line, 1)


def _misshapen(table: Any, described: Schema, within: Place = ()) -> Iterator[ConfigProblem]:
    told: set[Place] = set()
    found = validate.find_errors(table, described)
    # What is absent from a table may be what is misspelt in it.
    odd = {error.place for error in found if error.keyword == "additionalProperties"}
    for broken in found:
        if broken.keyword == "anyOf" and broken.place in odd:
            continue
        error = broken._replace(place=(*within, *broken.place))
        if error.keyword == "additionalProperties":
            yield from _unknown_settings(error)
        elif error.place not in told:
            # A word of the wrong kind breaks its enumeration too.
            told.add(error.place)
            yield ConfigProblem(error.place, _message(error, described))


def _unknown_settings(error: InstanceError) -> Iterator[ConfigProblem]:
    known = error.schema["properties"]
    written: Any = error.value
    where = f" in {_name(error.place)}" if error.place else ""
    for name in written:
        if name not in known:
            suggestion = closest_match(name, [each for each in known if each not in written])
            message = f"unknown setting {name!r}{where}{format_suggestion(suggestion)}"
            yield ConfigProblem((*error.place, name), message)


def _message(error: InstanceError, described: Schema) -> str:
    name = _name(error.place)
    if error.keyword == "anyOf":
        absent = [repr(key) for each in error.schema["anyOf"] for key in each["required"]]
        return f"{name} is incomplete; expected {join_or(absent)}"
    # Nor does it need words for its kinds.
    from matrixlint.config.describe import describe_type

    words = error.schema.get("enum", ())
    suggestion = closest_match(error.value, words) if isinstance(error.value, str) else None
    expected = describe_type(error.schema, described)
    if error.keyword == "minLength":
        expected += " that is not empty"
    return f"{name} is {_shown(error.value)}; expected {expected}{format_suggestion(suggestion)}"


def _unknown_rules(table: Mapping[str, Any], rules: Sequence[Rule]) -> Iterator[ConfigProblem]:
    lists: dict[Place, Sequence[str]] = {(name,): table.get(name, ()) for name in _SELECTIONS}
    for name, selectors in table.get("per-file-ignores", {}).items():
        lists["per-file-ignores", name] = selectors
    for place, selectors in lists.items():
        indexes = {selector: at for at, selector in reversed(list(enumerate(selectors)))}
        for each in find_unknown_selectors(selectors, rules):
            yield ConfigProblem((*place, indexes[each.selector]), f"{_name(place)}: {each}")
    for setting in ("severity", "options"):
        yield from _unknown_keys(setting, table.get(setting, {}), rules)


def _unknown_keys(
    setting: str, written: Mapping[str, object], rules: Sequence[Rule]
) -> Iterator[ConfigProblem]:
    codes = {rule.code: rule.code for rule in rules} | {r.name: r.code for r in rules}
    told: dict[str, str] = {}
    for name in written:
        if name not in codes:
            message = (
                f"{setting}: unknown rule {name!r}{format_suggestion(closest_match(name, codes))}"
            )
            yield ConfigProblem((setting, name), message)
        elif codes[name] in told:
            message = f"{setting}: {name!r} and {told[codes[name]]!r} are one rule"
            yield ConfigProblem((setting, name), message)
        else:
            told[codes[name]] = name


def _wrong_options(options: Mapping[str, Any], rules: Sequence[Rule]) -> Iterator[ConfigProblem]:
    known = {name: rule for rule in rules for name in (rule.code, rule.name)}
    for name, held in options.items():
        if name in known:
            declared = known[name].options
            described = {"properties": declared, "additionalProperties": False}
            yield from _misshapen(held, described, ("options", name))


def _name(place: Place) -> str:
    name = ""
    for step in place:
        if isinstance(step, int):
            name += f"[{step}]"
        else:
            plain = step.replace("-", "").replace("_", "").isalnum()
            name += f".{step}" if plain else f".{step!r}"
    return name.removeprefix(".") or "the configuration"


def _shown(value: object) -> str:
    if isinstance(value, str):
        return repr(value)
    # Only faulty configurations get here. TOML's dates have no form in JSON.
    import json

    shown = json.dumps(value, default=str, ensure_ascii=False)
    return shown if len(shown) <= _MOST_SHOWN else f"{shown[:_MOST_SHOWN]}..."
