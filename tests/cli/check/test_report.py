"""What the command prints and writes."""

import json
import os
import sys
from pathlib import Path

import pytest

from matrixlint.schema import validate
from tests.cli.check.samples import BAD, BAD_LINE, CLEAN, ERROR, MENDABLE, MENDABLE_2, Command

pytestmark = pytest.mark.usefixtures("lint_files")


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
