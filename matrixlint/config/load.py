"""Read the table of a configuration file into a ``Config``."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from matrixlint.config.keys import CONFIGURATION
from matrixlint.config.origin import Origin
from matrixlint.config.problem import Problems
from matrixlint.config.rule_selection import RuleSelectors
from matrixlint.config.settings import (
    DEFAULT_FAIL_ON,
    INCLUDE,
    OFF,
    WORDING,
    Config,
    Settings,
    parse_fail_on,
)
from matrixlint.config.validate import find_path_problems, find_unknown_names, locate_problems
from matrixlint.diagnostic import Severity
from matrixlint.errors import ConfigError
from matrixlint.rules.plugins import load_rules
from matrixlint.syntax.dialects.dialect import BUILT_IN, Dialect

if TYPE_CHECKING:
    from matrixlint.schema.project_schema import ProjectSchema

Table = Mapping[str, Any]


def build_config(table: Table, path: str | None, origin: Origin | None) -> Config:
    """Return the configuration in *table*; raise ConfigError if it is invalid."""
    values = _read_values(table, path, origin)
    plugins = tuple(values.get("plugins", ()))
    known = load_rules(plugins)
    codes = {name: rule.code for rule in known for name in (rule.code, rule.name)}
    severities = {codes[name]: word for name, word in values.get("severity", {}).items()}
    wording = {name: values[name] for name in WORDING if name in values}
    settings = Settings(
        severities={code: Severity(word) for code, word in severities.items() if word != OFF},
        fail_on=parse_fail_on(values.get("fail-on", DEFAULT_FAIL_ON)),
        dialect=values.get("dialect"),
        include=tuple(values.get("include", INCLUDE)),
        exclude=tuple(values.get("exclude", ())),
        output_format=values.get("output-format"),
        config=path,
        dialects=_build_dialects(wording),
        wording=wording,
        options={codes[name]: options for name, options in values.get("options", {}).items()},
        schema=_load_schema(_resolve_path(values.get("schema"), path)),
        baseline=_resolve_path(values.get("baseline"), path),
        plugins=plugins,
        require_suppression_reason=values.get("require-suppression-reason", False),
    )
    ignores = {name: tuple(words) for name, words in values.get("per-file-ignores", {}).items()}
    return Config(settings, _build_selectors(values, severities), ignores)


def _read_values(table: Any, path: str | None, origin: Origin | None) -> Table:
    """Return the values of *table* by key; raise ConfigError with all that is wrong."""
    problems = Problems()
    values = CONFIGURATION.read(table, (), problems) or {}
    # Names are checked only if all values have the expected types.
    found = problems.sort() or list(find_unknown_names(values))
    details = sorted(locate_problems(found, origin), key=lambda detail: detail.line or 0)
    if not details and path:
        details = list(locate_problems(find_path_problems(values, path, origin), origin))
    if details:
        raise ConfigError(*details)
    return values


def _build_selectors(table: Table, severities: Mapping[str, str]) -> RuleSelectors:
    off = tuple(code for code, word in severities.items() if word == OFF)
    return RuleSelectors(
        select=tuple(table["select"]) if "select" in table else None,
        extend_select=tuple(table.get("extend-select", ())),
        ignore=(*table.get("ignore", ()), *off),
    )


def _build_dialects(wording: Table) -> tuple[Dialect, ...]:
    if not wording:
        return BUILT_IN
    # Imported late: few projects define their own words.
    from matrixlint.syntax.dialects.custom import build_dialects

    return build_dialects(wording)


def _resolve_path(written: str | None, path: str | None) -> str | None:
    """Return the absolute path of *written*, relative to the configuration at *path*."""
    if written is None:
        return None
    return os.path.abspath(os.path.join(os.path.dirname(path or ""), written))


def _load_schema(path: str | None) -> "ProjectSchema | None":
    if path is None:
        return None
    # Imported late: few projects have their own schema.
    from matrixlint.schema.project_schema import load

    return load(path)
