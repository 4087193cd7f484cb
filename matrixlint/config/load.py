"""Build a ``Config`` from the table of a configuration file."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from matrixlint.config.origin import Origin
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
from matrixlint.config.validate import find_errors, find_path_errors
from matrixlint.diagnostic import Severity
from matrixlint.errors import ConfigError
from matrixlint.rules.plugins import load_rules
from matrixlint.syntax.dialects.dialect import BUILT_IN, Dialect

if TYPE_CHECKING:
    from matrixlint.schema.project_schema import OwnSchema

Table = Mapping[str, Any]


def build_config(table: Table, path: str | None, origin: Origin | None) -> Config:
    """Return the configuration in *table*; raise ConfigError if it is invalid."""
    details = find_errors(table, origin) or (find_path_errors(table, path, origin) if path else ())
    if details:
        raise ConfigError(*details)
    plugins = tuple(table.get("plugins", ()))
    known = load_rules(plugins)
    codes = {name: rule.code for rule in known for name in (rule.code, rule.name)}
    severities = {codes[name]: word for name, word in table.get("severity", {}).items()}
    wording = {name: table[name] for name in WORDING if name in table}
    settings = Settings(
        severities={code: Severity(word) for code, word in severities.items() if word != OFF},
        fail_on=parse_fail_on(table.get("fail-on", DEFAULT_FAIL_ON)),
        dialect=table.get("dialect"),
        include=tuple(table.get("include", INCLUDE)),
        exclude=tuple(table.get("exclude", ())),
        output_format=table.get("output-format"),
        config=path,
        dialects=_build_dialects(wording),
        wording=wording,
        options={codes[name]: options for name, options in table.get("options", {}).items()},
        schema=_load_schema(_resolve_path(table.get("schema"), path)),
        baseline=_resolve_path(table.get("baseline"), path),
        plugins=plugins,
        require_suppression_reason=table.get("require-suppression-reason", False),
    )
    ignores = {name: tuple(words) for name, words in table.get("per-file-ignores", {}).items()}
    return Config(settings, _build_selectors(table, severities), ignores)


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


def _load_schema(path: str | None) -> "OwnSchema | None":
    if path is None:
        return None
    # Imported late: few projects have their own schema.
    from matrixlint.schema.project_schema import load

    return load(path)
