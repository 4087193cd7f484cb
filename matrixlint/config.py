"""What a configuration says, and the settings that follow from it for a file."""

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from matrixlint import pattern
from matrixlint.diagnostic import Severity
from matrixlint.error import ConfigError
from matrixlint.rules import ALL
from matrixlint.selection import NOTHING, Choice, by_default, selected, without

OFF = "off"
NEVER = "never"
INCLUDE = ("*support[-_]matrix*.ini", "*feature[-_]matrix*.ini")
_FAIL_ON = Severity.WARNING
_DEFAULT = frozenset(rule.code for rule in ALL if by_default(rule))

Place = tuple[str | int, ...]


class Settings(NamedTuple):
    """
    What holds for one file.

    *codes* are the rules that run, *severities* those that are not the rules' own;
    *fail_on* is the lightest severity that fails the run, None where none does; *config*
    is the path of the configuration, None where there is none.
    """

    codes: frozenset[str] = _DEFAULT
    severities: Mapping[str, Severity] = {}
    fail_on: Severity | None = _FAIL_ON
    dialect: str | None = None
    include: tuple[str, ...] = INCLUDE
    exclude: tuple[str, ...] = ()
    output_format: str | None = None
    config: str | None = None

    @property
    def folder(self) -> str | None:
        """The configuration's folder, None where there is no configuration."""
        return os.path.dirname(self.config) if self.config else None


class Config(NamedTuple):
    """What one configuration file says, *path*, or what holds where there is none."""

    path: str | None = None
    choice: Choice = NOTHING
    severities: Mapping[str, Severity] = {}
    fail_on: str | None = None
    dialect: str | None = None
    include: tuple[str, ...] = INCLUDE
    exclude: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = {}
    output_format: str | None = None

    @property
    def folder(self) -> str | None:
        """The folder that the patterns of this configuration are relative to."""
        return os.path.dirname(self.path) if self.path else None

    def within(self, path: str) -> str:
        """Return *path* relative to the configuration's folder, else as it is seen."""
        return os.path.relpath(path, self.folder).replace(os.sep, "/")


class Origin(NamedTuple):
    """Where a configuration was read: the file, its text, the table's place in it."""

    path: str
    text: str
    table: Place


class Command(NamedTuple):
    """What the command line says; it beats every configuration."""

    choice: Choice = NOTHING
    fail_on: str | None = None
    dialect: str | None = None


def read(table: Mapping[str, Any], path: str, origin: Origin | None = None) -> Config:
    """
    Return what *table*, of the configuration file *path*, says.

    What is wrong in it raises ConfigError, with lines where its *origin* is given.
    """
    # Most runs have no configuration, and need nothing of what checks one.
    from matrixlint.configfault import faults

    if troubles := faults(table, origin):
        raise ConfigError(*troubles)
    severities = {_code(name): word for name, word in table.get("severity", {}).items()}
    off = tuple(code for code, word in severities.items() if word == OFF)
    return Config(
        path=path,
        choice=Choice(
            select=tuple(table["select"]) if "select" in table else None,
            extend_select=tuple(table.get("extend-select", ())),
            ignore=(*table.get("ignore", ()), *off),
        ),
        severities={code: Severity(word) for code, word in severities.items() if word != OFF},
        fail_on=table.get("fail-on"),
        dialect=table.get("dialect"),
        include=tuple(table.get("include", INCLUDE)),
        exclude=tuple(table.get("exclude", ())),
        per_file_ignores={
            name: tuple(selectors) for name, selectors in table.get("per-file-ignores", {}).items()
        },
        output_format=table.get("output-format"),
    )


def settings(config: Config, command: Command, path: str) -> Settings:
    """Return what holds for the file at *path*."""
    ignored = [
        selector
        for name, selectors in config.per_file_ignores.items()
        if pattern.covers(config.within(path), [name])
        for selector in selectors
    ]
    codes = selected(ALL, config.choice, command.choice)
    return Settings(
        codes=without(codes, ALL, ignored),
        severities=config.severities,
        fail_on=_fail_on(command.fail_on or config.fail_on),
        dialect=command.dialect or config.dialect,
        include=config.include,
        exclude=config.exclude,
        output_format=config.output_format,
        config=config.path,
    )


def _code(name: str) -> str:
    return next(rule.code for rule in ALL if name in (rule.code, rule.name))


def _fail_on(word: str | None) -> Severity | None:
    if word is None:
        return _FAIL_ON
    return None if word == NEVER else Severity(word)
