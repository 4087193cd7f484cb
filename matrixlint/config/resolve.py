"""Resolve the settings of a file from its configuration and the command line."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from matrixlint.config.rule_selection import drop_rules, select_rules
from matrixlint.config.settings import CliOverrides, Config, Settings, parse_fail_on
from matrixlint.errors import ErrorDetail, UsageError
from matrixlint.rules.plugins import load_rules
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.text.phrases import format_suggestion, join_or
from matrixlint.text.similarity import closest_match

if TYPE_CHECKING:
    from matrixlint.config.origin import Origin


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
    settings = config.settings
    _check_dialect(command.dialect, settings.dialects)
    return settings._replace(
        codes=select_rules(load_rules(settings.plugins), config.choice, command.choice),
        fail_on=parse_fail_on(command.fail_on) if command.fail_on else settings.fail_on,
        dialect=command.dialect or settings.dialect,
        baseline=command.baseline or settings.baseline,
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
    return shared._replace(codes=drop_rules(shared.codes, load_rules(shared.plugins), ignored))


def _check_dialect(name: str | None, dialects: Sequence[Dialect]) -> None:
    """Raise UsageError if the configuration does not know the dialect *name*."""
    known = [dialect.name for dialect in dialects]
    if name is not None and name not in known:
        hint = format_suggestion(closest_match(name, known))
        message = f"--dialect: found {name!r}, expected {join_or(known)}{hint}"
        raise UsageError(ErrorDetail(message))
