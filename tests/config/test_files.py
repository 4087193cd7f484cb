"""The configuration: what may stand in it, what is said of faults, what follows for files."""

from pathlib import Path

import pytest

from matrixlint.config.files import Finder, load_file
from matrixlint.config.resolve import read_config
from matrixlint.config.rule_selection import RuleSelectors
from matrixlint.config.settings import Config, Settings
from matrixlint.diagnostic import Severity
from matrixlint.errors import ConfigError, ErrorDetail
from matrixlint.syntax.dialects.dialect import BUILT_IN, DRIVER
from matrixlint.text.project_root import find_repository
from tests.config.written import write


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

        settings = Settings(
            config=path,
            severities={"MX401": Severity.WARNING},
            fail_on=None,
            dialect="driver",
            include=("*.ini",),
            exclude=("old",),
            output_format="json",
            dialects=(DRIVER._replace(name="own"), *BUILT_IN),
            wording={"dialects": {"own": {"extends": "driver"}}},
            options={"MX406": {"levels": ["missing"]}},
            baseline=str(folder / "known.json"),
            require_suppression_reason=True,
        )
        assert load_file(path) == Config(
            settings,
            choice=RuleSelectors(("MX4", "MX501"), ("MX7",), ("MX408", "MX205")),
            per_file_ignores={"a.ini": ("ALL",)},
        )

    def test_an_empty_file_says_nothing(self, folder: Path) -> None:
        path = write(folder, ".matrixlint.toml", "")

        assert load_file(path) == Config(Settings(config=path))

    def test_a_table_of_pyproject_is_read(self, folder: Path) -> None:
        path = write(folder, "pyproject.toml", '[tool.matrixlint]\nfail-on = "info"\n')

        assert load_file(path) == Config(Settings(config=path, fail_on=Severity.INFO))

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


class TestFinding:
    @pytest.mark.parametrize("name", ["matrixlint.toml", ".matrixlint.toml", "pyproject.toml"])
    def test_the_nearest_file_above_is_found(self, folder: Path, name: str) -> None:
        table = "[tool.matrixlint]\n" if name == "pyproject.toml" else ""
        path = write(folder, f"doc/{name}", f"{table}fail-on = 'info'")
        write(folder, "matrixlint.toml", "fail-on = 'never'")
        (folder / "doc" / "source").mkdir()

        assert Finder().config(str(folder / "doc" / "source")) == Config(
            Settings(config=path, fail_on=Severity.INFO)
        )

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

    def test_a_broken_pyproject_that_may_be_ours_is_a_error(self, folder: Path) -> None:
        write(folder, "pyproject.toml", "[tool.matrixlint\n")
        finder = Finder()

        for _ in range(2):
            with pytest.raises(ConfigError):
                finder.config(str(folder))

    def test_a_error_holds_for_the_folders_below(self, folder: Path) -> None:
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

    def test_a_link_to_nowhere_is_a_error(self, folder: Path) -> None:
        (folder / "matrixlint.toml").symlink_to("lost.toml")

        with pytest.raises(ConfigError) as caught:
            Finder().config(str(folder))

        assert caught.value.details[0] == ErrorDetail("no such file or folder", "matrixlint.toml")

    def test_a_named_file_holds_everywhere(self, folder: Path) -> None:
        path = write(folder, "own.toml", "fail-on = 'info'")
        write(folder, "doc/matrixlint.toml", "")

        assert Finder("own.toml").config(str(folder / "doc")) == Config(
            Settings(config=path, fail_on=Severity.INFO)
        )

    def test_isolated_finds_nothing(self, folder: Path) -> None:
        write(folder, "matrixlint.toml", "wrong = 1")

        assert Finder(isolated=True).config(str(folder)) == Config()

    def test_the_repository_is_the_folder_with_dot_git(self, folder: Path) -> None:
        assert find_repository(str(folder / "doc" / "source")) == str(folder)
        assert find_repository(str(folder)) == str(folder)
        assert find_repository("/") is None
