"""The configuration: what may stand in it, what is said of faults, what follows for files."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from matrixlint.config.files import Finder, load_file
from matrixlint.config.resolve import read_config, resolve_settings
from matrixlint.config.rule_selection import RuleSelectors
from matrixlint.config.settings import INCLUDE, CliOverrides, Config, Settings
from matrixlint.diagnostic import Severity
from matrixlint.errors import ConfigError, ErrorDetail
from matrixlint.output.formats import FORMATS
from matrixlint.rules.registry import ALL
from matrixlint.schema import validate
from matrixlint.syntax.dialects.dialect import BUILT_IN, DRIVER, Demand, Support
from matrixlint.text.phrases import join_or
from matrixlint.text.project_root import find_repository

WORDS = join_or((*FORMATS, "auto"))
DEFAULT = frozenset(rule.code for rule in ALL if rule.severity is not Severity.INFO)


def write(folder: Path, name: str, text: str) -> str:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8", newline="")
    return str(folder / name)


def details(path: str) -> list[ErrorDetail]:
    with pytest.raises(ConfigError) as caught:
        load_file(path)
    return list(caught.value.details)


def told(folder: Path, text: str) -> list[tuple[int | None, str]]:
    path = write(folder, "matrixlint.toml", text)
    return [(detail.line, detail.message) for detail in details(path)]


class TestDefaults:
    def test_all_errors_and_warnings_run(self) -> None:
        assert Settings() == Settings(
            codes=DEFAULT,
            severities={},
            fail_on=Severity.WARNING,
            dialect=None,
            include=("*support[-_]matrix*.ini", "*feature[-_]matrix*.ini"),
            exclude=(),
            output_format=None,
            config=None,
        )
        assert Settings().folder is None

    def test_no_configuration_and_no_option_give_them(self) -> None:
        assert resolve_settings(Config(), CliOverrides(), "a.ini") == Settings()

    def test_the_schema_names_them_too(self) -> None:
        described = validate.load("config")["properties"]
        defaults = {name: each["default"] for name, each in described.items() if "default" in each}

        assert defaults == {
            "extend-select": [],
            "ignore": [],
            "severity": {},
            "fail-on": Settings().fail_on,
            "include": list(INCLUDE),
            "exclude": [],
            "per-file-ignores": {},
            "statuses": {},
            "levels": {},
            "fields": [],
            "dialects": {},
            "options": {},
            "plugins": [],
            "require-suppression-reason": False,
        }


class TestSchema:
    def test_its_words_are_those_of_the_program(self) -> None:
        whole = validate.load("config")
        described, definitions = whole["properties"], whole["definitions"]

        assert described["levels"]["additionalProperties"] == {
            "$ref": "#/definitions/level-meaning"
        }
        assert described["statuses"]["additionalProperties"] == {
            "$ref": "#/definitions/status-meaning"
        }
        assert definitions["level-meaning"]["enum"] == [each.value for each in Support]
        assert definitions["status-meaning"]["enum"] == [each.value for each in Demand]
        assert described["output-format"]["enum"] == [*FORMATS, "auto"]
        assert described["fail-on"]["enum"] == [*Severity, "never"]
        assert described["severity"]["additionalProperties"]["enum"] == [*Severity, "off"]

    def test_its_examples_are_valid(self) -> None:
        described = validate.load("config")
        found = [
            (name, list(Draft7Validator(described).iter_errors({name: example})))
            for name, each in described["properties"].items()
            for example in each.get("examples", ())
        ]

        assert [name for name, faults in found if faults] == []
        assert [name for name, _ in found][:2] == ["select", "select"]


class TestReading:
    def test_every_setting_is_taken(self, folder: Path) -> None:
        text = """\
select = ["MX4", "MX501"]
extend-select = ["MX7"]
ignore = ["MX408"]
fail-on = "never"
dialect = "driver"
include = ["*.ini"]
exclude = ["old"]
output-format = "json"
baseline = "known.json"
require-suppression-reason = true

[dialects.own]
extends = "driver"

[options.MX406]
levels = ["missing"]

[severity]
MX401 = "warning"
duplicate-title = "off"

[per-file-ignores]
"a.ini" = ["ALL"]
"""
        path = write(folder, "matrixlint.toml", text)

        assert load_file(path) == Config(
            path=path,
            choice=RuleSelectors(("MX4", "MX501"), ("MX7",), ("MX408", "MX205")),
            severities={"MX401": Severity.WARNING},
            fail_on="never",
            dialect="driver",
            include=("*.ini",),
            exclude=("old",),
            per_file_ignores={"a.ini": ("ALL",)},
            output_format="json",
            dialects=(DRIVER._replace(name="own"), *BUILT_IN),
            wording={"dialects": {"own": {"extends": "driver"}}},
            options={"MX406": {"levels": ["missing"]}},
            baseline=str(folder / "known.json"),
            require_suppression_reason=True,
        )

    def test_an_empty_file_says_nothing(self, folder: Path) -> None:
        path = write(folder, ".matrixlint.toml", "")

        assert load_file(path) == Config(path=path)

    def test_a_table_of_pyproject_is_read(self, folder: Path) -> None:
        path = write(folder, "pyproject.toml", '[tool.matrixlint]\nfail-on = "info"\n')

        assert load_file(path) == Config(path=path, fail_on="info")

    def test_a_mapping_of_python_is_checked_as_a_file_is(self) -> None:
        with pytest.raises(ConfigError) as caught:
            read_config({"selec": [], "fail-on": "errr"}, "")

        assert caught.value.details == (
            ErrorDetail("unknown setting 'selec'; did you mean 'select'?"),
            ErrorDetail(
                "fail-on is 'errr'; expected error, warning, info or never; did you mean 'error'?"
            ),
        )
        assert str(caught.value).splitlines()[0] == caught.value.details[0].message


class TestFaults:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("selct = []", "unknown setting 'selct'; did you mean 'select'?"),
            ("fail_on = 'info'", "unknown setting 'fail_on'; did you mean 'fail-on'?"),
            ("base = 'x'", "unknown setting 'base'"),
            ("selct = []\nselect = []", "unknown setting 'selct'"),
            ("select = 'MX4'", "select is 'MX4'; expected an array of strings"),
            ("select = [5]", "select[0] is 5; expected a string"),
            ("select = ['']", "select[0] is ''; expected a string that is not empty"),
            ("severity = 3", "severity is 3; expected a table of error, warning, info or off"),
            (
                "severity.MX401 = true",
                "severity.MX401 is true; expected error, warning, info or off",
            ),
            ("exclude = 1979-05-27", 'exclude is "1979-05-27"; expected an array of strings'),
            ("include = [[]]", "include[0] is []; expected a string"),
            (
                "per-file-ignores.'a/*.ini' = 'MX4'",
                "per-file-ignores.'a/*.ini' is 'MX4'; expected an array of strings",
            ),
            (
                "per-file-ignores = []",
                "per-file-ignores is []; expected a table of arrays of strings",
            ),
            (
                "dialect = 'drivers'",
                (
                    "dialect is 'drivers'; expected targets, driver, target or grades; "
                    "did you mean 'driver'?"
                ),
            ),
            (
                "output-format = 'jsn'",
                f"output-format is 'jsn'; expected {WORDS}; did you mean 'json'?",
            ),
            ("select = ['MX4O1']", "select: unknown rule 'MX4O1'; did you mean 'MX401'?"),
            (
                "extend-select = ['ALL', 'unknwon-level']",
                "extend-select: unknown rule 'unknwon-level'; did you mean 'unknown-level'?",
            ),
            ("ignore = ['zzz']", "ignore: unknown rule 'zzz'"),
            (
                "per-file-ignores.x = ['MX40', 'mx401']",
                "per-file-ignores.x: unknown rule 'mx401'; did you mean 'MX401'?",
            ),
            ("severity.MX4 = 'off'", "severity: unknown rule 'MX4'"),
            (
                "severity.unknown-levels = 'off'",
                "severity: unknown rule 'unknown-levels'; did you mean 'unknown-level'?",
            ),
            (
                "severity = {MX401 = 'off', unknown-level = 'info'}",
                "severity: 'unknown-level' and 'MX401' are one rule",
            ),
        ],
    )
    def test_a_fault_is_told_with_what_was_expected(
        self, folder: Path, text: str, expected: str
    ) -> None:
        assert told(folder, f"# a comment\n{text}\n") == [(2, expected)]

    def test_all_faults_are_told_by_line(self, folder: Path) -> None:
        text = 'wrong = 1\nselect = [\n  "MX4",\n  5,\n]\n[severity]\nMX401 = "of"\n'

        assert told(folder, text) == [
            (1, "unknown setting 'wrong'"),
            (4, "select[1] is 5; expected a string"),
            (
                7,
                "severity.MX401 is 'of'; expected error, warning, info or off; did you mean 'off'?",
            ),
        ]

    def test_lines_are_those_of_the_whole_pyproject(self, folder: Path) -> None:
        text = '[project]\nname = "x"\n\n[tool.matrixlint]\nignore = ["MX4",\n"MX999"]\n'
        path = write(folder, "pyproject.toml", text)

        assert details(path) == [
            ErrorDetail("ignore: unknown rule 'MX999'", "pyproject.toml", 6, 1),
        ]

    @pytest.mark.parametrize("text", ["[tool]\nmatrixlint = 3", "[[tool.matrixlint]]\na=1"])
    def test_the_table_must_be_one(self, folder: Path, text: str) -> None:
        path = write(folder, "pyproject.toml", text)

        (detail,) = details(path)

        assert detail.message.startswith("the configuration is ")
        assert detail.message.endswith("; expected a table")

    @pytest.mark.parametrize(
        ("text", "message", "line", "column"),
        [
            ("a = 1\nb 2", "is no TOML: expected '=' after a key in a key/value pair", 2, 3),
            ("a = 1\nb = [", "is no TOML: invalid value", 2, None),
        ],
    )
    def test_what_is_no_toml_is_told_with_its_place(
        self, folder: Path, text: str, message: str, line: int, column: int | None
    ) -> None:
        path = write(folder, "matrixlint.toml", text)

        assert details(path) == [ErrorDetail(message, "matrixlint.toml", line, column)]

    def test_what_is_not_utf_8_is_told_with_its_line(self, folder: Path) -> None:
        (folder / "matrixlint.toml").write_bytes(b"a = 1\nb = '\xff'\n")

        assert details("matrixlint.toml") == [ErrorDetail("is not UTF-8", "matrixlint.toml", 2)]

    def test_a_file_that_is_named_must_be_there(self, folder: Path) -> None:
        write(folder, "matrixlint.toml", "")

        assert details("matrxlint.toml") == [
            ErrorDetail("no such file or folder; did you mean 'matrixlint.toml'?", "matrxlint.toml")
        ]

    @pytest.mark.parametrize(
        "text", ["", "x = 1", "tool = 'matrixlint'", "[tool.x]\na='matrixlint'"]
    )
    def test_a_pyproject_that_is_named_must_speak_of_us(self, folder: Path, text: str) -> None:
        path = write(folder, "pyproject.toml", text)

        assert details(path) == [ErrorDetail("has no table [tool.matrixlint]", "pyproject.toml")]


class TestFinding:
    @pytest.mark.parametrize("name", ["matrixlint.toml", ".matrixlint.toml", "pyproject.toml"])
    def test_the_nearest_file_above_is_found(self, folder: Path, name: str) -> None:
        table = "[tool.matrixlint]\n" if name == "pyproject.toml" else ""
        path = write(folder, f"doc/{name}", f"{table}fail-on = 'info'")
        write(folder, "matrixlint.toml", "fail-on = 'never'")
        (folder / "doc" / "source").mkdir()

        assert Finder().config(str(folder / "doc" / "source")) == Config(path, fail_on="info")

    def test_in_one_folder_our_own_file_comes_first(self, folder: Path) -> None:
        for name in ("pyproject.toml", ".matrixlint.toml", "matrixlint.toml"):
            table = "[tool.matrixlint]\n" if name == "pyproject.toml" else ""
            path = write(folder, name, table)

            assert Finder().config(str(folder)).path == path

    def test_a_pyproject_without_our_table_is_passed_over(self, folder: Path) -> None:
        path = write(folder, "matrixlint.toml", "")
        write(folder, "doc/pyproject.toml", "[tool.x]\ny = 'matrixlint'\n")
        write(folder, "doc/api/pyproject.toml", "this is broken, and nothing of ours")

        assert Finder().config(str(folder / "doc" / "api")).path == path

    def test_a_broken_pyproject_that_may_be_ours_is_a_fault(self, folder: Path) -> None:
        write(folder, "pyproject.toml", "[tool.matrixlint\n")
        finder = Finder()

        for _ in range(2):
            with pytest.raises(ConfigError):
                finder.config(str(folder))

    def test_a_fault_holds_for_the_folders_below(self, folder: Path) -> None:
        write(folder, "matrixlint.toml", "wrong = 1")
        (folder / "doc").mkdir()

        with pytest.raises(ConfigError) as caught:
            Finder().config(str(folder / "doc"))

        assert caught.value.details == (
            ErrorDetail("unknown setting 'wrong'", "matrixlint.toml", 1, 1),
        )

    def test_the_search_ends_at_the_repository_s_root(self, folder: Path) -> None:
        write(folder.parent, "matrixlint.toml", "fail-on = 'info'")

        assert Finder().config(str(folder)) == Config()

    def test_without_a_repository_it_ends_at_the_file_system_s_root(self, folder: Path) -> None:
        path = write(folder.parent, "matrixlint.toml", "")
        (folder / ".git").rmdir()

        assert Finder().config(str(folder)).path == path
        assert Finder().config("/") == Config()

    def test_a_file_is_looked_for_once(self, folder: Path) -> None:
        finder = Finder()
        before = finder.config(str(folder))
        write(folder, "matrixlint.toml", "")

        assert finder.config(str(folder)) is before

    def test_a_link_to_nowhere_is_a_fault(self, folder: Path) -> None:
        (folder / "matrixlint.toml").symlink_to("lost.toml")

        with pytest.raises(ConfigError) as caught:
            Finder().config(str(folder))

        assert caught.value.details[0] == ErrorDetail("no such file or folder", "matrixlint.toml")

    def test_a_named_file_holds_everywhere(self, folder: Path) -> None:
        path = write(folder, "own.toml", "fail-on = 'info'")
        write(folder, "doc/matrixlint.toml", "")

        assert Finder("own.toml").config(str(folder / "doc")) == Config(path, fail_on="info")

    def test_isolated_finds_nothing(self, folder: Path) -> None:
        write(folder, "matrixlint.toml", "wrong = 1")

        assert Finder(isolated=True).config(str(folder)) == Config()

    def test_the_repository_is_the_folder_with_dot_git(self, folder: Path) -> None:
        assert find_repository(str(folder / "doc" / "source")) == str(folder)
        assert find_repository(str(folder)) == str(folder)
        assert find_repository("/") is None


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
