"""``matrixlint check``: exit status, streams and options."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from matrixlint import __version__
from matrixlint.linter import runner
from matrixlint.output.formats import FORMATS
from matrixlint.rules import plugins
from matrixlint.rules.registry import ALL
from matrixlint.rules.rule import Rule
from matrixlint.text.phrases import join_or
from tests.cli.check.samples import BAD_LINE, CLEAN, ERROR, MENDABLE, Command

INFO = CLEAN.replace("=complete", "=unknown")


WORDS = join_or((*FORMATS, "auto"))


pytestmark = pytest.mark.usefixtures("lint_files")


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

    def test_a_missing_file_is_2_and_the_others_are_reported(self, cli: Command) -> None:
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
    def test_what_is_misspelt_is_2_and_reported(
        self, cli: Command, words: str, message: str
    ) -> None:
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
    def test_what_cannot_be_is_2_and_reported_in_json_too(
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

    def test_what_raises_elsewhere_is_reported_with_the_file(
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

    def test_what_raises_outside_of_a_file_is_reported(
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

    def test_a_working_directory_that_is_gone_is_reported(
        self, cli: Command, folder: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "gone").mkdir()
        os.chdir(tmp_path / "gone")
        (tmp_path / "gone").rmdir()

        run = cli(str(folder / "bad.ini"))

        assert (run.status, run.out) == (2, "")
        assert "Traceback" not in run.err
