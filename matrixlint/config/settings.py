"""Values: configuration, overrides of the command line, settings of a file."""

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
    from matrixlint.schema.project_schema import ProjectSchema

OFF = "off"
NEVER = "never"
WORDING = ("statuses", "levels", "fields", "dialects")
DEFAULT_FAIL_ON = Severity.WARNING
INCLUDE = ("*support[-_]matrix*.ini", "*feature[-_]matrix*.ini")
_DEFAULT = frozenset(rule.code for rule in ALL if is_on_by_default(rule))

Place = tuple[str | int, ...]


class Settings(NamedTuple):
    """
    Settings of one file.

    *codes* are the rules that run, *severities* those that differ from the rules' own.
    *fail_on* is the lowest severity that fails the run, None if none does. *config* is the
    path of the configuration, None if there is none. *dialects* are all known dialects,
    the project's own first; *wording* are the tables that define these and their words.
    *options* are the options of rules by code. *schema* and *baseline* have absolute
    paths. Without *suppressions*, suppression comments have no effect. *cross_file* are
    the facts about the other matrices of the run that contradict this file.
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
    schema: "ProjectSchema | None" = None
    baseline: str | None = None
    plugins: tuple[str, ...] = ()
    require_suppression_reason: bool = False
    suppressions: bool = True
    cross_file: "CrossFileFacts | None" = None

    @property
    def reliable_codes(self) -> frozenset[str]:
        """Codes of the rules that report everything: some need the whole project."""
        is_whole = self.cross_file is not None and self.cross_file.is_whole
        return self.codes if is_whole else self.codes - PROJECT

    @property
    def folder(self) -> str | None:
        """Folder of the configuration, None without a configuration."""
        return os.path.dirname(self.config) if self.config else None


class Config(NamedTuple):
    """
    Configuration of a file, or the default.

    *settings* hold for every file of the project, unless the command line overrides them.
    Their ``codes`` follow from *choice*, and for some files from *per_file_ignores*.
    """

    settings: Settings = Settings()
    choice: RuleSelectors = NO_SELECTORS
    per_file_ignores: Mapping[str, tuple[str, ...]] = {}

    @property
    def path(self) -> str | None:
        """Path of the file, None if this is the default."""
        return self.settings.config

    @property
    def folder(self) -> str | None:
        """Folder that the patterns of this configuration are relative to."""
        return self.settings.folder

    def within(self, path: str) -> str:
        """Return *path* relative to the configuration's folder, or the working directory."""
        return os.path.relpath(path, self.folder).replace(os.sep, "/")


class CliOverrides(NamedTuple):
    """Settings of the command line, which override every configuration."""

    choice: RuleSelectors = NO_SELECTORS
    fail_on: str | None = None
    dialect: str | None = None
    baseline: str | None = None
    suppressions: bool = True


def parse_fail_on(word: str) -> Severity | None:
    """Return the severity that *word* names, None if no severity fails a run."""
    return None if word == NEVER else Severity(word)
