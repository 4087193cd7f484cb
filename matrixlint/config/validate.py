"""Validate a configuration beyond the types of its values; locate its problems."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from matrixlint.config.origin import Origin
from matrixlint.config.problem import ConfigProblem, format_place
from matrixlint.config.rule_selection import find_unknown_selectors
from matrixlint.config.settings import WORDING, Place
from matrixlint.errors import ErrorDetail
from matrixlint.rules.plugins import find_plugin_errors, load_rules
from matrixlint.rules.rule import Rule
from matrixlint.text.phrases import format_suggestion
from matrixlint.text.project_root import find_outside, find_root
from matrixlint.text.similarity import closest_match

_SELECTIONS = ("select", "extend-select", "ignore")
_PATHS = ("baseline", "schema")
_WORDED = frozenset({*WORDING, "dialect", "options"})


def locate_problems(
    problems: Iterable[ConfigProblem], origin: Origin | None
) -> Iterator[ErrorDetail]:
    """Yield an error for each of *problems*, with its line if the *origin* is known."""
    for problem in problems:
        yield _locate(problem, origin) if origin else ErrorDetail(problem.message)


def find_path_problems(
    table: Mapping[str, Any], path: str, origin: Origin | None
) -> Iterator[ConfigProblem]:
    """
    Yield the problems of the paths that *table*, of the file *path*, sets.

    Paths must stay below the root of the project, and no file is created through a link,
    because the configuration is data of the linted repository. Paths from the command line
    are not checked: they are the user's own.
    """
    overrides = origin.overrides if origin else ()
    for name in _PATHS:
        if name in table and not any(override.holds((name,)) for override in overrides):
            message = _check_path(name, table[name], path)
            if message:
                yield ConfigProblem((name,), message)


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


def find_unknown_names(table: Mapping[str, Any]) -> Iterator[ConfigProblem]:
    """Yield the unknown names in *table*, whose values have the expected types."""
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


def _find_unknown_rules(table: Mapping[str, Any], rules: Sequence[Rule]) -> Iterator[ConfigProblem]:
    lists: dict[Place, Sequence[str]] = {(name,): table.get(name, ()) for name in _SELECTIONS}
    for name, selectors in table.get("per-file-ignores", {}).items():
        lists["per-file-ignores", name] = selectors
    for place, selectors in lists.items():
        indexes = {selector: at for at, selector in reversed(list(enumerate(selectors)))}
        for each in find_unknown_selectors(selectors, rules):
            yield ConfigProblem((*place, indexes[each.selector]), f"{format_place(place)}: {each}")
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
    if not options:
        return
    # Imported late: few configurations set options of rules.
    from matrixlint.config.rule_options import find_option_errors

    known = {name: rule for rule in rules for name in (rule.code, rule.name)}
    for name, values in options.items():
        if name in known:
            yield from find_option_errors(known[name], values, ("options", name))
