"""Values: a configuration, the overrides of the command line, the settings of a file."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from matrixlint.config.rule_selection import (
    NO_SELECTORS,
    PROJECT,
    RuleSelectors,
    is_on_by_default,
)
from matrixlint.diagnostic import Severity
from matrixlint.rules.registry import ALL
from matrixlint.syntax.dialects.dialect import BUILT_IN, Dialect

if TYPE_CHECKING:
    from matrixlint.model.cross_file import CrossFileFacts
    from matrixlint.schema.project_schema import OwnSchema

OFF = "off"
NEVER = "never"
WORDING = ("statuses", "levels", "fields", "dialects")
DEFAULT_FAIL_ON = Severity.WARNING
INCLUDE = ("*support[-_]matrix*.ini", "*feature[-_]matrix*.ini")
_DEFAULT = frozenset(rule.code for rule in ALL if is_on_by_default(rule))

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
    *cross_file* are what the other matrices of a run say against the file's.
    """

    codes: frozenset[str] = _DEFAULT
    severities: Mapping[str, Severity] = {}
    fail_on: Severity | None = DEFAULT_FAIL_ON
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
    cross_file: "CrossFileFacts | None" = None

    @property
    def reliable_codes(self) -> frozenset[str]:
        """The codes of the rules that tell all there is: of a part of a project some cannot."""
        is_whole = self.cross_file is not None and self.cross_file.is_whole
        return self.codes if is_whole else self.codes - PROJECT

    @property
    def folder(self) -> str | None:
        """The configuration's folder, None where there is no configuration."""
        return os.path.dirname(self.config) if self.config else None


class Config(NamedTuple):
    """What one configuration file says, *path*, or what holds where there is none."""

    path: str | None = None
    choice: RuleSelectors = NO_SELECTORS
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


class CliOverrides(NamedTuple):
    """What the command line says; it beats every configuration."""

    choice: RuleSelectors = NO_SELECTORS
    fail_on: str | None = None
    dialect: str | None = None
    baseline: str | None = None
    suppressions: bool = True
