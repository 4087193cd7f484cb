"""Options of ``matrixlint check``."""

import os
from collections.abc import Sequence

from matrixlint.config.rule_selection import RuleSelectors
from matrixlint.config.settings import CliOverrides

# Output format that depends on where the command runs.
AUTO = "auto"


class OutputFile:
    """Report to write into a file."""

    __slots__ = ("name", "path")

    def __init__(
        self,
        name: str,
        path: str,
    ) -> None:
        self.name = name
        self.path = path


class Options:
    """Options with their defaults, named as their flags; *paths* are positional."""

    help = False
    version = False
    select: list[str] | None = None
    fail_on: str | None = None
    min_severity = "info"
    dialect: str | None = None
    output_format: str | None = None
    isolated = False
    force_exclude = False
    stdin_filename: str | None = None
    files_from: str | None = None
    nul = False
    allow_empty = False
    exit_zero = False
    quiet = False
    statistics = False
    show_files = False
    show_settings = False
    color = "auto"
    jobs = 1
    baseline: str | None = None
    write_baseline = False
    suppressions = True
    show_suppressed = False
    add_ignores: str | None = None
    fix = False
    unsafe_fixes = False
    fix_only = False
    diff = False

    def __init__(self, paths: Sequence[str] = ()) -> None:
        self.paths = paths
        self.extend_select: list[str] = []
        self.ignore: list[str] = []
        self.output: list[OutputFile] = []
        self.config: list[str] = []
        self.exclude: list[str] = []

    @property
    def is_fixing(self) -> bool:
        """Whether fixes are applied or shown."""
        return self.fix or self.fix_only or self.diff

    @property
    def command(self) -> CliOverrides:
        """Options that override settings of the configuration."""
        choice = RuleSelectors(
            select=None if self.select is None else tuple(self.select),
            extend_select=tuple(self.extend_select),
            ignore=tuple(self.ignore),
        )
        return CliOverrides(
            choice=choice,
            fail_on=self.fail_on,
            dialect=self.dialect,
            baseline=os.path.abspath(self.baseline) if self.baseline else None,
            suppressions=self.suppressions,
        )
