"""Resolve the settings of a file from its configuration and the command line."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from matrixlint.config.rule_selection import (
    drop_rules,
    select_rules,
)
from matrixlint.diagnostic import Severity
from matrixlint.errors import ErrorDetail, UsageError
from matrixlint.rules.plugins import load_rules
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.text.phrases import format_suggestion, join_or
from matrixlint.text.similarity import closest_match

if TYPE_CHECKING:
    from matrixlint.config.origin import Origin
from matrixlint.config.settings import DEFAULT_FAIL_ON, NEVER, CliOverrides, Config, Settings


def read_config(
    table: Mapping[str, Any], path: str | None, origin: "Origin | None" = None
) -> Config:
    """
    Return the configuration in *table*, read from the file *path*.

    Raise ConfigError if it is invalid, with line numbers if *origin* is given.
    """
    # Imported late: most runs have no configuration.
    from matrixlint.config.load import build_config

    return build_config(table, path, origin)


def resolve_settings(config: Config, command: CliOverrides, path: str) -> Settings:
    """Return the settings of the file at *path*."""
    return apply_per_file_ignores(resolve_shared(config, command), config, path)


def resolve_shared(config: Config, command: CliOverrides) -> Settings:
    """Return the settings of every file without ``per-file-ignores`` in *config*."""
    _check_dialect(command.dialect, config.dialects)
    return Settings(
        codes=select_rules(load_rules(config.plugins), config.choice, command.choice),
        severities=config.severities,
        fail_on=_parse_fail_on(command.fail_on or config.fail_on),
        dialect=command.dialect or config.dialect,
        include=config.include,
        exclude=config.exclude,
        output_format=config.output_format,
        config=config.path,
        dialects=config.dialects,
        wording=config.wording,
        options=config.options,
        schema=config.schema,
        baseline=command.baseline or config.baseline,
        plugins=config.plugins,
        require_suppression_reason=config.require_suppression_reason,
        suppressions=command.suppressions,
    )


def apply_per_file_ignores(shared: Settings, config: Config, path: str) -> Settings:
    """Return *shared* without the rules that *config* ignores for the file at *path*."""
    if not config.per_file_ignores:
        return shared
    # Imported late: few projects ignore rules in some files.
    from matrixlint.text.globs import covers

    ignored = [
        selector
        for name, selectors in config.per_file_ignores.items()
        if covers(config.within(path), [name])
        for selector in selectors
    ]
    if not ignored:
        return shared
    return shared._replace(codes=drop_rules(shared.codes, load_rules(config.plugins), ignored))


def _check_dialect(name: str | None, dialects: Sequence[Dialect]) -> None:
    """Raise UsageError if the configuration does not know the dialect *name*."""
    known = [dialect.name for dialect in dialects]
    if name is not None and name not in known:
        hint = format_suggestion(closest_match(name, known))
        message = f"--dialect: found {name!r}, expected {join_or(known)}{hint}"
        raise UsageError(ErrorDetail(message))


def _parse_fail_on(word: str | None) -> Severity | None:
    if word is None:
        return DEFAULT_FAIL_ON
    return None if word == NEVER else Severity(word)
