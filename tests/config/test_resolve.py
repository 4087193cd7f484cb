"""The settings that follow from a configuration and the command line."""

import os
from collections.abc import Mapping
from typing import Any

import pytest

from matrixlint.config.resolve import read_config, resolve_settings
from matrixlint.config.rule_selection import RuleSelectors
from matrixlint.config.settings import CliOverrides, Settings
from matrixlint.diagnostic import Severity
from tests.config.written import DEFAULT


def effective(
    table: Mapping[str, Any],
    command: CliOverrides = CliOverrides(),  # noqa: B008  it is immutable
    path: str = "",
) -> Settings:
    config = read_config(table, os.path.abspath("matrixlint.toml"))
    return resolve_settings(config, command, os.path.abspath(path or "a.ini"))


class TestSettings:
    def test_severities_hold_by_code(self) -> None:
        table = {"severity": {"unknown-level": "info", "MX205": "error"}}

        assert effective(table).severities == {"MX401": Severity.INFO, "MX205": Severity.ERROR}

    def test_off_turns_a_rule_off(self) -> None:
        assert effective({"severity": {"unknown-level": "off"}}).codes == DEFAULT - {"MX401"}

    def test_off_does_not_bind_who_asks_for_the_rule(self) -> None:
        command = CliOverrides(RuleSelectors(select=("MX401",)))

        assert effective({"severity": {"MX401": "off"}}, command).codes == {"MX401"}

    @pytest.mark.parametrize(
        ("configured", "asked", "expected"),
        [
            (None, None, Severity.WARNING),
            ("info", None, Severity.INFO),
            ("never", None, None),
            ("never", "error", Severity.ERROR),
            ("error", "never", None),
        ],
    )
    def test_the_command_s_limit_beats_the_configuration_s(
        self, configured: str | None, asked: str | None, expected: Severity | None
    ) -> None:
        table = {"fail-on": configured} if configured else {}

        assert effective(table, CliOverrides(fail_on=asked)).fail_on is expected

    def test_the_command_s_dialect_beats_the_configuration_s(self) -> None:
        table = {"dialect": "driver"}

        assert effective(table).dialect == "driver"
        assert effective(table, CliOverrides(dialect="target")).dialect == "target"

    def test_the_rest_is_the_configuration_s(self) -> None:
        table = {"include": ["a"], "exclude": ["b"], "output-format": "json"}
        found = effective(table)

        assert (found.include, found.exclude, found.output_format) == (("a",), ("b",), "json")
        assert (found.config, found.folder) == (os.path.abspath("matrixlint.toml"), os.getcwd())

    @pytest.mark.parametrize(
        ("pattern", "path", "gone"),
        [
            ("a.ini", "doc/a.ini", {"MX401"}),
            ("doc", "doc/a.ini", {"MX401"}),
            ("doc/*.ini", "doc/a.ini", {"MX401"}),
            ("b.ini", "doc/a.ini", set()),
        ],
    )
    def test_rules_are_ignored_in_some_files(self, pattern: str, path: str, gone: set[str]) -> None:
        table = {"per-file-ignores": {pattern: ["unknown-level"]}}

        assert effective(table, path=path).codes == DEFAULT - gone

    def test_what_a_file_ignores_is_ignored_whoever_selects_it(self) -> None:
        table = {"per-file-ignores": {"a.ini": ["MX4"]}}
        command = CliOverrides(RuleSelectors(select=("MX401", "MX501")))

        assert effective(table, command).codes == {"MX501"}
