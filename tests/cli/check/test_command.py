"""``matrixlint check``: exit status, streams and options."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any

import pytest

from matrixlint import __version__
from matrixlint.errors import ErrorDetail, MatrixlintError
from matrixlint.linter import runner
from matrixlint.output.formats import FORMATS
from matrixlint.rules import plugins
from matrixlint.rules.registry import ALL
from matrixlint.rules.rule import Rule
from matrixlint.schema import validate
from matrixlint.text.phrases import join_or

Command = Callable[..., Any]

CLEAN = """\
[driver.kvm]
title=KVM

[operation.attach]
title=Attach
status=optional
driver.kvm=complete
"""
ERROR = CLEAN.replace("=complete", "=compelte")
WARNING = CLEAN.replace("status=optional\n", "")
INFO = CLEAN.replace("=complete", "=unknown")

WORDS = join_or((*FORMATS, "auto"))
BAD = "driver 'kvm' is 'compelte'; expected complete, partial, missing or unknown"
MENDABLE = "; 1 can be mended with --fix --unsafe-fixes"
MENDABLE_2 = MENDABLE.replace("1", "2")
BAD_LINE = f"bad.ini:7:12: MX401 unknown-level: {BAD}; did you mean 'complete'?\n"


@pytest.fixture(autouse=True)
def files(folder: Path) -> None:
    (folder / "clean.ini").write_text(CLEAN, encoding="utf-8")
    (folder / "bad.ini").write_text(ERROR, encoding="utf-8")
    (folder / "odd.ini").write_text(WARNING, encoding="utf-8")


class TestStatus:
    def test_nothing_found_is_0(self, cli: Command) -> None:
        assert cli("clean.ini") == (0, "", "1 file clean\n")

    def test_an_error_is_1(self, cli: Command) -> None:
        assert cli("bad.ini") == (1, BAD_LINE, f"found 1 error in 1 file{MENDABLE}\n")

    def test_a_warning_is_1(self, cli: Command) -> None:
        run = cli("odd.ini")

        assert (run.status, run.err) == (1, f"found 1 warning in 1 file{MENDABLE}\n")

    @pytest.mark.parametrize(
        ("limit", "path", "status"),
        [
            ("error", "bad.ini", 1),
            ("error", "odd.ini", 0),
            ("warning", "odd.ini", 1),
            ("never", "bad.ini", 0),
        ],
    )
    def test_the_limit_decides(self, cli: Command, limit: str, path: str, status: int) -> None:
        assert cli("--fail-on", limit, path).status == status

    @pytest.mark.parametrize(("limit", "status"), [("info", 1), ("warning", 0)])
    def test_an_info_counts_where_it_is_the_limit(
        self, cli: Command, folder: Path, limit: str, status: int
    ) -> None:
        (folder / "info.ini").write_text(INFO, encoding="utf-8")

        run = cli("--select", "MX408", "--fail-on", limit, "info.ini")

        assert (run.status, run.err) == (status, "found 1 info in 1 file\n")

    def test_the_limit_is_that_of_each_file_s_configuration(
        self, cli: Command, folder: Path
    ) -> None:
        (folder / "doc").mkdir()
        (folder / "doc" / "matrixlint.toml").write_text("fail-on = 'never'", encoding="utf-8")
        (folder / "doc" / "bad.ini").write_text(ERROR, encoding="utf-8")

        assert cli("doc/bad.ini").status == 0
        assert cli("doc/bad.ini", "bad.ini").status == 1

    def test_a_missing_file_is_2_and_the_others_are_told(self, cli: Command) -> None:
        assert cli("lost.ini", "bad.ini") == (
            2,
            BAD_LINE,
            (
                "matrixlint: error: lost.ini: no such file or folder\n"
                f"found 1 error in 1 file{MENDABLE}; 1 failure\n"
            ),
        )

    def test_what_is_suppressed_does_not_count(self, cli: Command, folder: Path) -> None:
        comment = "# matrixlint: ignore[MX401]\n"
        text = ERROR.replace("driver.kvm=", f"{comment}driver.kvm=")
        (folder / "bad.ini").write_text(text, encoding="utf-8")

        assert cli("bad.ini") == (0, "", "1 file clean; 1 finding suppressed\n")

    def test_2_wins_over_exit_zero_and_1_does_not(self, cli: Command) -> None:
        assert cli("--exit-zero", "bad.ini").status == 0
        assert cli("--exit-zero", "bad.ini", "lost.ini").status == 2

    def test_ctrl_c_is_130(self, cli: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(runner, "lint_source", interrupt)

        assert cli("clean.ini") == (130, "", "")

    def test_ctrl_c_leaves_no_traceback(self, folder: Path) -> None:
        # The command prints a line when it asks for its input, and then waits for it. Where the
        # tests run in the background, Ctrl-C is ignored: it is put back.
        script = "import signal, sys, types\nfrom matrixlint.cli import main\n"
        script += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        script += "real = sys.stdin.buffer\n"
        script += "def read(*words):\n    print(flush=True)\n    return real.read(*words)\n"
        script += "sys.stdin = types.SimpleNamespace(buffer=types.SimpleNamespace(read=read))\n"
        script += "sys.exit(main(['-']))\n"
        with subprocess.Popen(
            [sys.executable, "-c", script],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout
            assert process.stderr
            process.stdout.readline()
            process.send_signal(signal.SIGINT)
            status = process.wait()

            assert (status, process.stdout.read(), process.stderr.read()) == (130, b"", b"")


class TestUsage:
    @pytest.mark.parametrize(
        ("words", "message"),
        [
            ("--selct MX4", "unknown option '--selct'; did you mean '--select'?"),
            ("--selct=MX4", "unknown option '--selct'; did you mean '--select'?"),
            ("--fail_on info", "unknown option '--fail_on'; did you mean '--fail-on'?"),
            ("-x", "unknown option '-x'; --help lists the options"),
            ("clean.ini --nonsense", "unknown option '--nonsense'; --help lists the options"),
            ("--select", "--select: expected one argument"),
            ("--select=", "--select: found '', expected a rule"),
            ("--ignore ,", "--ignore: found ',', expected a rule"),
            ("--config=", "--config: found nothing, expected a path"),
            ("--jobs 0", "--jobs: found '0', expected 1 or more"),
            ("--jobs x", "--jobs: found 'x', expected 1 or more"),
            (
                "--fail-on errr",
                (
                    "--fail-on: found 'errr', expected error, warning, info or never; "
                    "did you mean 'error'?"
                ),
            ),
            ("--color maybe", "--color: found 'maybe', expected auto, always or never"),
            (
                "--output-format jsn",
                f"--output-format: found 'jsn', expected {WORDS}; did you mean 'json'?",
            ),
            ("rul MX401", "unknown command 'rul'; did you mean 'rule'?"),
            ("chekc clean.ini", "unknown command 'chekc'; did you mean 'check'?"),
        ],
    )
    def test_what_is_misspelt_is_2_and_told(self, cli: Command, words: str, message: str) -> None:
        assert cli(*words.split(" ")) == (2, "", f"matrixlint: error: {message}\n")

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            ("--select MX4O1", "--select: unknown rule 'MX4O1'; did you mean 'MX401'?"),
            ("--extend-select nonsense", "--extend-select: unknown rule 'nonsense'"),
            (
                "--ignore MX4,unknwon-level",
                "--ignore: unknown rule 'unknwon-level'; did you mean 'unknown-level'?",
            ),
            ("--isolated --config a.toml", "--config 'a.toml' and --isolated exclude each other"),
            ("-0 clean.ini", "-0 speaks of --files-from, which is missing"),
            (
                "--stdin-filename a.ini clean.ini",
                "--stdin-filename speaks of the path '-', which is missing",
            ),
            ("--files-from - -", "the standard input is both a file and --files-from"),
            ("--config lost.toml", "lost.toml: no such file or folder"),
            ("--files-from lost", "lost: no such file or folder"),
        ],
    )
    def test_what_cannot_be_is_2_and_told_in_json_too(
        self, cli: Command, words: str, message: str
    ) -> None:
        err = f"matrixlint: error: {message}\nno file linted; 1 failure\n"

        assert cli(*words.split(" ")) == (2, "", err)

        run = cli("--output-format=json", *words.split(" "))
        (error,) = json.loads(run.out)["errors"]
        assert (run.status, run.err) == (2, err)
        assert message in (error["message"], f"{error['path']}: {error['message']}")

    def test_a_command_s_name_that_is_a_file_is_linted(self, cli: Command, folder: Path) -> None:
        (folder / "rul").write_text(CLEAN, encoding="utf-8")
        (folder / "rule").write_text(CLEAN, encoding="utf-8")

        assert cli("rul", "./rule").err == "all 2 files clean\n"
        assert cli("check", "rule").err == "1 file clean\n"

    def test_options_and_paths_come_in_any_order(self, cli: Command) -> None:
        run = cli("clean.ini", "--select", "MX401", "bad.ini", "--ignore=MX5", "odd.ini", "-q")

        assert run == (1, BAD_LINE, "")

    def test_after_two_dashes_all_is_paths(self, cli: Command, folder: Path) -> None:
        (folder / "-q").write_text(CLEAN, encoding="utf-8")

        assert (
            cli("clean.ini", "--", "-q", "bad.ini").err
            == f"found 1 error in 1 of 3 files{MENDABLE}\n"
        )

    def test_help_and_version_are_answers(self, cli: Command) -> None:
        assert cli("--version") == (0, f"matrixlint {__version__}\n", "")
        for word in ("-h", "--help"):
            run = cli(word)
            assert (run.status, run.err) == (0, "")
            assert run.out.startswith("usage: matrixlint [check] [OPTION ...] [PATH ... | -]\n")

    def test_help_names_every_option(self, cli: Command) -> None:
        words = cli("check", "--help").out.split()

        assert sorted({word.rstrip(",") for word in words if word.startswith("--")}) == [
            *("--add-ignores", "--allow-empty", "--baseline", "--color", "--config", "--dialect"),
            *("--diff", "--exclude", "--exit-zero", "--extend-select", "--fail-on"),
            *(
                "--files-from",
                "--fix",
                "--fix-only",
                "--force-exclude",
                "--help",
                "--ignore",
                "--isolated",
                "--jobs",
                "--min-severity",
            ),
            *("--no-suppressions", "--output", "--output-format", "--quiet", "--select"),
            *(
                "--show-files",
                "--show-settings",
                "--show-suppressed",
                "--statistics",
                "--stdin-filename",
            ),
            *("--unsafe-fixes", "--version", "--write-baseline"),
        ]


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

    def test_faults_are_told_with_file_and_line(self, cli: Command, folder: Path) -> None:
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

    def test_a_selection_of_nothing_is_told(self, cli: Command) -> None:
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


class TestOutput:
    def test_findings_come_by_path_and_place(self, cli: Command, folder: Path) -> None:
        (folder / "a.ini").write_text(ERROR.replace("title=KVM\n", ""), encoding="utf-8")

        lines = cli("odd.ini", "bad.ini", "a.ini").out.split("\n")

        assert [line.split(": ")[0] for line in lines] == [
            "a.ini:1:1",
            "a.ini:6:12",
            "bad.ini:7:12",
            "odd.ini:4:1",
            "",
        ]

    def test_what_is_below_the_least_severity_is_hidden_and_counts(self, cli: Command) -> None:
        assert cli("--min-severity=error", "odd.ini", "bad.ini") == (
            1,
            BAD_LINE,
            f"found 1 error in 1 of 2 files{MENDABLE_2}; 1 finding hidden by --min-severity\n",
        )
        assert cli("--min-severity=error", "odd.ini") == (
            1,
            "",
            f"1 file linted{MENDABLE}; 1 finding hidden by --min-severity\n",
        )

    def test_rules_are_counted_on_the_standard_error(self, cli: Command) -> None:
        assert cli("--statistics", "-q", "bad.ini", "odd.ini").err == (
            "1  MX202 missing-status\n1  MX401 unknown-level\n"
        )
        assert cli("--statistics", "-q", "clean.ini").err == ""

    def test_json_is_whole_whatever_the_status(self, cli: Command) -> None:
        described = validate.load("report")
        runs = [
            cli("--output-format=json", *paths)
            for paths in (["clean.ini"], ["bad.ini"], ["bad.ini", "lost"], ["."])
        ]
        documents = [json.loads(run.out) for run in runs]

        assert [run.status for run in runs] == [0, 1, 2, 2]
        assert [validate.find_errors(document, described) for document in documents] == [
            [],
            [],
            [],
            [],
        ]
        assert [len(document["errors"]) for document in documents] == [0, 0, 1, 1]
        assert [document["summary"]["files"] for document in documents] == [1, 1, 1, 0]

    def test_fingerprints_are_those_of_the_project(self, cli: Command, folder: Path) -> None:
        def fingerprint(path: str) -> str:
            (found,) = json.loads(cli("--output-format=json", path).out)["diagnostics"]
            return str(found["fingerprint"])

        here = fingerprint("bad.ini")
        (folder / "doc").mkdir()
        os.chdir(folder / "doc")
        assert fingerprint("../bad.ini") == here

        (folder / "doc" / "bad.ini").write_text(ERROR, encoding="utf-8")
        (folder / "doc" / "matrixlint.toml").touch()
        assert fingerprint("bad.ini") == here

    def test_the_format_is_full_on_a_terminal(
        self, cli: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        run = cli("--color=never", "bad.ini")

        assert run.out == (
            f"MX401 unknown-level: {BAD}\n"
            " --> bad.ini:7:12\n"
            "  |\n"
            "4 | [operation.attach]\n"
            "  | ------------------ in this feature\n"
            "7 | driver.kvm=compelte\n"
            "  |            ^^^^^^^^ did you mean 'complete'?\n"
            "  = fix: write 'complete' (unsafe)\n"
        )

    def test_the_format_is_the_one_that_configurations_agree_on(
        self, cli: Command, folder: Path
    ) -> None:
        (folder / "matrixlint.toml").write_text("output-format = 'grouped'", encoding="utf-8")
        (folder / "doc").mkdir()
        (folder / "doc" / "matrixlint.toml").touch()
        (folder / "doc" / "clean.ini").write_text(CLEAN, encoding="utf-8")

        assert cli("bad.ini", "odd.ini").out.startswith("bad.ini\n  7:12  error  MX401")
        assert cli("bad.ini", "doc/clean.ini").out == BAD_LINE

        (folder / "doc" / "matrixlint.toml").write_text("output-format = 'json'", encoding="utf-8")
        assert cli("bad.ini", "doc/clean.ini").out == BAD_LINE
        assert cli("--output-format=concise", "bad.ini").out == BAD_LINE

    @pytest.mark.parametrize(
        ("words", "environment", "terminal", "colored"),
        [
            ([], {}, False, False),
            ([], {}, True, True),
            ([], {"TERM": "dumb"}, True, False),
            ([], {"NO_COLOR": "1"}, True, False),
            ([], {"NO_COLOR": ""}, True, True),
            ([], {"FORCE_COLOR": "1"}, False, True),
            ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
            (["--color=always"], {"NO_COLOR": "1"}, False, True),
            (["--color=never"], {"FORCE_COLOR": "1"}, True, False),
            (["--color=auto"], {}, True, True),
            (["--color=always", "--output-format=concise"], {}, True, False),
        ],
    )
    def test_colour_is_for_terminals_and_on_demand(  # noqa: PLR0913  one row of the table
        self,
        cli: Command,
        monkeypatch: pytest.MonkeyPatch,
        words: list[str],
        environment: dict[str, str],
        *,
        terminal: bool,
        colored: bool,
    ) -> None:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)

        assert ("\033[" in cli("--output-format=full", *words, "bad.ini").out) is colored


class TestJobs:
    def test_the_answer_is_the_same_with_any_number(self, cli: Command, folder: Path) -> None:
        # Two processes are given several files at a time, and less at last; nine one by one.
        numbers = range(43)
        for number in numbers:
            (folder / f"{number}.ini").write_text(ERROR if number % 2 else WARNING, "utf-8")
        words = ("--output-format=json", "lost.ini", "--files-from=-")
        listed = b"\n".join(b"%d.ini" % number for number in numbers)

        runs = [cli(f"--jobs={jobs}", *words, stdin=listed) for jobs in (1, 2, 9)]

        assert runs[0].status == 2
        assert runs == [runs[0]] * 3

    def test_the_standard_input_goes_along(self, cli: Command) -> None:
        run = cli("--jobs=2", "-", "clean.ini", "bad.ini", stdin=ERROR.encode())

        assert run.out == BAD_LINE.replace("bad.ini", "<stdin>") + BAD_LINE
        assert run.err == f"found 2 errors in 2 of 3 files{MENDABLE_2}\n"

    def test_one_file_needs_no_further_process(
        self, cli: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", None)

        assert cli("--jobs=4", "clean.ini").status == 0

    def test_processes_are_given_several_files_at_once(
        self, cli: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from concurrent.futures import Future

        sizes: list[int] = []

        class Pool:
            def __init__(self, *_: object, **__: object) -> None:
                pass

            def submit(
                self, work: Callable[..., object], batch: list[object], rest: object
            ) -> Future[object]:
                sizes.append(len(batch))
                future: Future[object] = Future()
                future.set_result(work(batch, rest))
                return future

            def shutdown(self, **_: object) -> None:
                pass

        names = [f"{number}.ini" for number in range(21)]
        for number, name in enumerate(names):
            (folder / name).write_text(ERROR if number % 2 else WARNING, "utf-8")
        expected = cli(*names)
        monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", Pool)

        assert cli("--jobs=2", *names) == expected
        assert sizes == [*[2] * 10, 1]

    @pytest.mark.parametrize(
        ("platform", "method"), [("linux", "fork"), ("darwin", "spawn"), ("win32", "spawn")]
    )
    def test_processes_start_the_same_way_on_every_python(
        self, cli: Command, monkeypatch: pytest.MonkeyPatch, platform: str, method: str
    ) -> None:
        methods: list[str] = []

        def refuse(_: int, context: BaseContext, **__: object) -> None:
            methods.append(context.get_start_method())
            raise MatrixlintError(ErrorDetail("no process is started"))

        monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)
        monkeypatch.setattr(sys, "platform", platform)

        assert cli("--jobs=2", "clean.ini", "bad.ini").status == 2
        assert methods == [method]

    def test_a_process_that_dies_is_told_for_each_file(
        self, cli: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from concurrent.futures import Future
        from concurrent.futures.process import BrokenProcessPool

        ended: list[bool] = []

        class Pool:
            def __init__(self, *_: object, **__: object) -> None:
                pass

            def submit(self, *_: object) -> Future[None]:
                future: Future[None] = Future()
                future.set_exception(BrokenProcessPool())
                return future

            def shutdown(self, *, cancel_futures: bool) -> None:
                ended.append(cancel_futures)

        monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", Pool)

        assert cli("--jobs=2", "clean.ini", "bad.ini") == (
            2,
            "",
            (
                "matrixlint: error: bad.ini: was not linted: a process ended unexpectedly\n"
                "matrixlint: error: clean.ini: was not linted: a process ended unexpectedly\n"
                "no file linted; 2 failures\n"
            ),
        )
        assert ended == [True]

    def test_the_processes_leave_ctrl_c_to_the_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        calls: list[tuple[object, object]] = []
        monkeypatch.setattr(signal, "signal", lambda *words: calls.append(words))

        runner._ignore_interrupts()  # noqa: SLF001  it runs in other processes only

        assert calls == [(signal.SIGINT, signal.SIG_IGN)]


class TestBugs:
    def test_a_rule_that_raises_is_named_and_the_other_files_go_on(
        self, cli: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(matrix: Any) -> Any:
            if len(matrix.features) != matrix.document.source.text.count("status"):
                raise ZeroDivisionError("a\nb")
            yield from ()

        rules = tuple(
            Rule(rule.code, rule.name, rule.severity, rule.docstring, broken)
            if rule.code == "MX202"
            else rule
            for rule in ALL
        )
        monkeypatch.setattr(plugins, "ALL", rules)

        assert cli("odd.ini", "bad.ini", "clean.ini") == (
            2,
            BAD_LINE,
            (
                "matrixlint: error: odd.ini: internal error in rule MX202: "
                "ZeroDivisionError: a\\nb\n"
                f"found 1 error in 1 of 2 files{MENDABLE}; 1 failure\n"
            ),
        )

    def test_what_raises_elsewhere_is_told_with_the_file(
        self, cli: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object) -> None:
            raise RecursionError("too deep")

        monkeypatch.setattr(runner, "lint_source", broken)

        assert cli("bad.ini", "-q") == (
            2,
            "",
            "matrixlint: error: bad.ini: internal error: RecursionError: too deep\n",
        )

    def test_what_raises_outside_of_a_file_is_told(
        self, cli: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object) -> None:
            raise ZeroDivisionError("odd")

        monkeypatch.setattr("matrixlint.cli.check.outputs.render", broken)

        assert cli("bad.ini") == (
            2,
            "",
            "matrixlint: error: internal error: ZeroDivisionError: odd\n",
        )

    def test_a_working_directory_that_is_gone_is_told(
        self, cli: Command, folder: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "gone").mkdir()
        os.chdir(tmp_path / "gone")
        (tmp_path / "gone").rmdir()

        run = cli(str(folder / "bad.ini"))

        assert (run.status, run.out) == (2, "")
        assert "Traceback" not in run.err


class TestProcess:
    def test_the_words_are_those_of_the_process(self, process: Command) -> None:
        assert process("bad.ini") == (1, BAD_LINE, f"found 1 error in 1 file{MENDABLE}\n")

    def test_many_processes_answer_as_one_does(self, process: Command) -> None:
        words = ("clean.ini", "odd.ini", "bad.ini")

        assert process("--jobs", "3", *words) == process(*words)

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
    def test_no_encoding_of_the_output_is_too_small(
        self, process: Command, folder: Path, encoding: str
    ) -> None:
        text = ERROR.replace("Attach", "中").replace("compelte", "kömplett")
        (folder / "ü.ini").write_text(text, encoding="utf-8")
        run = process("--output-format=full", "ü.ini", PYTHONIOENCODING=encoding)

        assert (run.status, run.err) == (1, "found 1 error in 1 file\n")

    def test_a_reader_that_goes_away_leaves_no_traceback(self, folder: Path) -> None:
        assert folder.exists()
        command = f"{sys.executable} -m matrixlint bad.ini; echo $? >&2"
        done = subprocess.run(
            ["bash", "-c", f"({command}) | true"], capture_output=True, check=False, text=True
        )

        assert done.stderr == f"found 1 error in 1 file{MENDABLE}\n1\n"
