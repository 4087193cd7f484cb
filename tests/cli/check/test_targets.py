"""The files that the command lints, and the configurations that hold for them."""

import json
from pathlib import Path

import pytest

from tests.cli.check.samples import BAD_LINE, CLEAN, ERROR, MENDABLE, Command

pytestmark = pytest.mark.usefixtures("lint_files")


class TestFiles:
    def test_without_a_path_the_working_directory_is_searched(
        self, cli: Command, folder: Path
    ) -> None:
        (folder / "doc").mkdir()
        (folder / "doc" / "support-matrix.ini").write_text(ERROR, encoding="utf-8")

        assert cli() == (
            1,
            f"doc/support-matrix{BAD_LINE[3:]}",
            f"found 1 error in 1 file{MENDABLE}\n",
        )

    def test_nothing_to_lint_is_2_unless_allowed(self, cli: Command) -> None:
        message = "matrixlint: error: nothing to lint: no file was named or found\n"

        assert cli() == (2, "", f"{message}no file linted; 1 failure\n")
        assert cli("--allow-empty") == (0, "", "no file linted\n")

    def test_named_files_that_are_all_excluded_are_0(self, cli: Command) -> None:
        words = ("--force-exclude", "--exclude", "b*.ini", "--exclude=odd.ini")

        assert cli(*words, "-q", "bad.ini") == (
            0,
            "",
            "matrixlint: nothing to lint: all named files are excluded: bad.ini\n",
        )
        assert cli(*words, "odd.ini", "clean.ini") == (0, "", "1 file clean\n")

    def test_a_link_to_nowhere_in_a_folder_is_2(self, cli: Command, folder: Path) -> None:
        (folder / "support-matrix.ini").symlink_to("lost")

        assert cli(".") == (
            2,
            "",
            (
                "matrixlint: error: support-matrix.ini: no such file or folder\n"
                "no file linted; 1 failure\n"
            ),
        )

    def test_the_standard_input_is_linted(self, cli: Command) -> None:
        assert cli("-", stdin=ERROR.encode()) == (
            1,
            BAD_LINE.replace("bad.ini", "<stdin>"),
            f"found 1 error in 1 file{MENDABLE}\n",
        )
        assert cli("-", "--stdin-filename=x/bad.ini", stdin=ERROR.encode()).out == f"x/{BAD_LINE}"

    def test_a_closed_standard_input_is_2(
        self, cli: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("io.TextIOWrapper", lambda _: None)

        assert cli("-").err == (
            "matrixlint: error: there is no standard input to read\nno file linted; 1 failure\n"
        )

    def test_paths_are_read_from_a_file_or_the_standard_input(
        self, cli: Command, folder: Path
    ) -> None:
        (folder / "list").write_text("clean.ini\n\nodd.ini\n", encoding="utf-8")
        (folder / "a\nb.ini").write_text(CLEAN, encoding="utf-8")
        (folder / "-").write_text(CLEAN, encoding="utf-8")

        assert cli("--files-from", "list").err == f"found 1 warning in 1 of 2 files{MENDABLE}\n"
        assert cli("--files-from=-", "clean.ini", stdin=b"-\n").err == "all 2 files clean\n"
        assert (
            cli("--files-from=-", "-0", stdin=b"a\nb.ini\0clean.ini").err == "all 2 files clean\n"
        )

    def test_an_empty_list_of_files_is_nothing_to_lint(self, cli: Command) -> None:
        assert cli("--files-from=-").status == 2
        assert cli("--files-from=-", "--allow-empty") == (0, "", "no file linted\n")

    def test_files_are_shown_instead_of_linted(self, cli: Command, folder: Path) -> None:
        (folder / "a\nb").touch()

        assert cli("--show-files", "odd.ini", "a\nb", "bad.ini") == (
            0,
            "a\\nb\nbad.ini\nodd.ini\n",
            "",
        )
        assert cli("--show-files", "odd.ini", "lost") == (
            2,
            "odd.ini\n",
            "matrixlint: error: lost: no such file or folder\n",
        )


class TestConfiguration:
    def test_the_nearest_holds_unless_isolated(self, cli: Command, folder: Path) -> None:
        (folder / "matrixlint.toml").write_text("ignore = ['MX401']", encoding="utf-8")

        assert cli("bad.ini").status == 0
        assert cli("--isolated", "bad.ini").status == 1
        assert cli("--select=MX401", "bad.ini").status == 1

    def test_a_named_one_holds(self, cli: Command, folder: Path) -> None:
        (folder / "own.toml").write_text("select = ['MX2']", encoding="utf-8")

        assert cli("--config", "own.toml", "bad.ini", "odd.ini").err == (
            f"found 1 warning in 1 of 2 files{MENDABLE}\n"
        )

    def test_errors_are_reported_with_file_and_line(self, cli: Command, folder: Path) -> None:
        (folder / "matrixlint.toml").write_text("\nselct = []\n", encoding="utf-8")
        message = "unknown setting 'selct'; did you mean 'select'?"

        assert cli("bad.ini", "clean.ini", "-q") == (
            2,
            "",
            f"matrixlint: error: matrixlint.toml:2: {message}\n",
        )
        assert json.loads(cli("bad.ini", "--output-format=json").out)["errors"] == [
            {"path": "matrixlint.toml", "line": 2, "column": 1, "message": message}
        ]

    def test_severities_are_set(self, cli: Command, folder: Path) -> None:
        (folder / "matrixlint.toml").write_text("severity.MX401 = 'info'", encoding="utf-8")

        assert cli("bad.ini") == (0, BAD_LINE, f"found 1 info in 1 file{MENDABLE}\n")

    def test_a_dialect_is_set(self, cli: Command) -> None:
        shown = cli("--show-settings", "--dialect=targets", "clean.ini").out

        assert 'dialect = "targets"' in shown.splitlines()

    def test_a_selection_of_nothing_is_reported(self, cli: Command) -> None:
        assert cli("--ignore=ALL", "bad.ini") == (
            0,
            "",
            "matrixlint: nothing is checked: no rule is selected\n1 file clean\n",
        )

    def test_what_holds_is_shown(self, cli: Command, folder: Path) -> None:
        (folder / "matrixlint.toml").write_text("severity.MX401 = 'info'", encoding="utf-8")

        assert cli("--show-settings", "--select=MX401,MX501", "bad.ini", "odd.ini") == (
            0,
            """\
# bad.ini
configuration = "matrixlint.toml"
select = ["MX401", "MX501"]
severity = {MX401 = "info"}
fail-on = "warning"
# no dialect
include = ["*support[-_]matrix*.ini", "*feature[-_]matrix*.ini"]
exclude = []
statuses = {}
levels = {}
fields = []
dialects = {}
options = {}
# no schema
# no baseline
plugins = []
# no output-format
require-suppression-reason = false

# odd.ini
configuration = "matrixlint.toml"
select = ["MX401", "MX501"]
severity = {MX401 = "info"}
fail-on = "warning"
# no dialect
include = ["*support[-_]matrix*.ini", "*feature[-_]matrix*.ini"]
exclude = []
statuses = {}
levels = {}
fields = []
dialects = {}
options = {}
# no schema
# no baseline
plugins = []
# no output-format
require-suppression-reason = false
""",
            "",
        )
        assert cli("--show-settings", "--isolated", "--fail-on=never", "bad.ini").out.split("\n")[
            1:5:3
        ] == ["# no configuration", 'fail-on = "never"']
