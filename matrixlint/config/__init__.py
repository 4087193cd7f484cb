"""What a configuration says, and the settings that follow from it for a file."""

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from matrixlint.config.selection import NOTHING, PROJECT, Choice, by_default, selected, without
from matrixlint.diagnostic import Severity
from matrixlint.errors import ErrorDetail, UsageError
from matrixlint.rules.plugins import load_rules
from matrixlint.rules.registry import ALL
from matrixlint.syntax.dialects.dialect import BUILT_IN, Dialect
from matrixlint.text import globs
from matrixlint.text.phrases import format_suggestion, join_or
from matrixlint.text.similarity import closest_match

if TYPE_CHECKING:
    from matrixlint.config.origin import Origin
    from matrixlint.model.cross_file import CrossFileFacts
    from matrixlint.schema.project_schema import OwnSchema

OFF = "off"
NEVER = "never"
WORDING = ("statuses", "levels", "fields", "dialects")
INCLUDE = ("*support[-_]matrix*.ini", "*feature[-_]matrix*.ini")
_FAIL_ON = Severity.WARNING
_DEFAULT = frozenset(rule.code for rule in ALL if by_default(rule))

Place = tuple[str | int, ...]


class Settings(NamedTuple):
    """
    What holds for one file.

    *codes* are the rules that run, *severities* those that are not the rules' own;
    *fail_on* is the lightest severity that fails the run, None where none does; *config*
    is the path of the configuration, None where there is none. *dialects* are all that are
    known, the project's own first, *wording* the tables that it made them and their words
    with. *options* hold the settings of rules by their codes. *schema* and *baseline* are
    whole paths. Without *suppressions* the comments that ask for silence are not heard.
    *siblings* are what the other matrices of a run say against the file's.
    """

    codes: frozenset[str] = _DEFAULT
    severities: Mapping[str, Severity] = {}
    fail_on: Severity | None = _FAIL_ON
    dialect: str | None = None
    include: tuple[str, ...] = INCLUDE
    exclude: tuple[str, ...] = ()
    output_format: str | None = None
    config: str | None = None
    dialects: tuple[Dialect, ...] = BUILT_IN
    wording: Mapping[str, Any] = {}
    options: Mapping[str, Mapping[str, Any]] = {}
    schema: "OwnSchema | None" = None
    baseline: str | None = None
    plugins: tuple[str, ...] = ()
    require_suppression_reason: bool = False
    suppressions: bool = True
    siblings: "CrossFileFacts | None" = None

    @property
    def told(self) -> frozenset[str]:
        """The codes of the rules that tell all there is: of a part of a project some cannot."""
        is_whole = self.siblings is not None and self.siblings.is_whole
        return self.codes if is_whole else self.codes - PROJECT

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
    dialects: tuple[Dialect, ...] = BUILT_IN
    wording: Mapping[str, Any] = {}
    options: Mapping[str, Mapping[str, Any]] = {}
    schema: "OwnSchema | None" = None
    baseline: str | None = None
    plugins: tuple[str, ...] = ()
    require_suppression_reason: bool = False

    @property
    def folder(self) -> str | None:
        """The folder that the patterns of this configuration are relative to."""
        return os.path.dirname(self.path) if self.path else None

    def within(self, path: str) -> str:
        """Return *path* relative to the configuration's folder, else as it is seen."""
        return os.path.relpath(path, self.folder).replace(os.sep, "/")


class Command(NamedTuple):
    """What the command line says; it beats every configuration."""

    choice: Choice = NOTHING
    fail_on: str | None = None
    dialect: str | None = None
    baseline: str | None = None
    suppressions: bool = True


def read(table: Mapping[str, Any], path: str | None, origin: "Origin | None" = None) -> Config:
    """
    Return what *table*, of the configuration file *path*, says.

    What is wrong in it raises ConfigError, with lines where its *origin* is given.
    """
    # Most runs have no configuration, and need nothing of what reads one.
    from matrixlint.config.table import config

    return config(table, path, origin)


def settings(config: Config, command: Command, path: str) -> Settings:
    """Return what holds for the file at *path*."""
    return narrowed(shared(config, command), config, path)


def shared(config: Config, command: Command) -> Settings:
    """Return what holds for every file of *config* that it ignores nothing for."""
    _check_dialect(command.dialect, config.dialects)
    return Settings(
        codes=selected(load_rules(config.plugins), config.choice, command.choice),
        severities=config.severities,
        fail_on=_fail_on(command.fail_on or config.fail_on),
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


def narrowed(shared: Settings, config: Config, path: str) -> Settings:
    """Return what of *shared*, the settings of *config*, holds for the file at *path*."""
    ignored = [
        selector
        for name, selectors in config.per_file_ignores.items()
        if globs.covers(config.within(path), [name])
        for selector in selectors
    ]
    if not ignored:
        return shared
    return shared._replace(codes=without(shared.codes, load_rules(config.plugins), ignored))


def _check_dialect(name: str | None, dialects: Sequence[Dialect]) -> None:
    """Raise where the command names a dialect that the configuration does not know."""
    known = [dialect.name for dialect in dialects]
    if name is not None and name not in known:
        hint = format_suggestion(closest_match(name, known))
        message = f"--dialect: found {name!r}, expected {join_or(known)}{hint}"
        raise UsageError(ErrorDetail(message))


def _fail_on(word: str | None) -> Severity | None:
    if word is None:
        return _FAIL_ON
    return None if word == NEVER else Severity(word)
