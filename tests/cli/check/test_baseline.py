"""Baselines: written, compared with, reported when stale."""

import json
import os
from pathlib import Path

import pytest

from matrixlint.schema import validate
from tests.cli.check.suppressed import (
    BASELINE,
    CLEAN,
    COMMENTED,
    ERROR,
    HEAD,
    LINE,
    ONE,
    Command,
    place,
)

pytestmark = pytest.mark.usefixtures("suppressed_files")


class TestBaseline:
    def test_what_is_known_is_not_reported(self, cli: Command, folder: Path) -> None:
        assert cli("--baseline=b.json", "--write-baseline", "bad.ini", "clean.ini") == (
            0,
            "",
            "matrixlint: b.json: 1 entry written\nall 2 files clean; 1 finding suppressed\n",
        )
        assert (folder / "b.json").read_text() == BASELINE
        assert cli("--baseline=b.json", "bad.ini") == (0, "", ONE)

    def test_a_new_finding_is_reported(self, cli: Command, folder: Path) -> None:
        place(folder / "b.json", BASELINE)
        place(folder / "bad.ini", ERROR.replace("status=optional", "\nstatus=wurst"))

        assert cli("--baseline=b.json", "bad.ini").status == 1
        assert [line[:14] for line in cli("--baseline=b.json", "bad.ini").out.splitlines()] == [
            "bad.ini:7:8: M"
        ]

    def test_in_json_what_is_known_is_marked(self, cli: Command, folder: Path) -> None:
        place(folder / "b.json", BASELINE)
        words = ("--output-format=json", "--show-suppressed", "--baseline=b.json")
        document = json.loads(cli(*words, "bad.ini").out)

        assert [diagnostic["suppressed"] for diagnostic in document["diagnostics"]] == ["baseline"]
        assert validate.find_errors(document, validate.load("report")) == []

    def test_a_comment_comes_first(self, cli: Command, folder: Path) -> None:
        place(folder / "b.json", BASELINE)
        place(folder / "bad.ini", COMMENTED)

        assert "by a comment" in cli("--baseline=b.json", "--show-suppressed", "bad.ini").out
        cli("--baseline=b.json", "--write-baseline", "bad.ini")
        assert (folder / "b.json").read_text() == f"{HEAD}]\n"

    def test_a_stale_entry_is_reported_and_fails_nothing(self, cli: Command, folder: Path) -> None:
        place(folder / "b.json", BASELINE)
        place(folder / "bad.ini", CLEAN)
        reported = "matrixlint: b.json:2: stale: MX401 in bad.ini [operation.attach] kvm compelte\n"

        assert cli("--baseline=b.json", "bad.ini") == (0, "", f"{reported}1 file clean\n")
        assert cli("--baseline=b.json", "--write-baseline", "bad.ini").status == 0
        assert cli("--baseline=b.json", "bad.ini") == (0, "", "1 file clean\n")

    def test_an_entry_that_the_run_does_not_speak_of_is_kept(
        self, cli: Command, folder: Path
    ) -> None:
        place(folder / "b.json", BASELINE)
        place(folder / "bad.ini", CLEAN)
        ignored = f'{HEAD},{{"rule": "MX901", "path": "clean.ini"}}\n]\n'
        place(folder / "own.json", ignored)

        for words in (["clean.ini"], ["--ignore=MX401", "bad.ini"]):
            assert cli("--baseline=b.json", *words) == (0, "", "1 file clean\n")
            cli("--baseline=b.json", "--write-baseline", *words)
            assert (folder / "b.json").read_text() == BASELINE
        assert cli("--baseline=own.json", "--no-suppressions", "clean.ini").err == "1 file clean\n"
        assert cli("--baseline=own.json", "clean.ini").err.startswith("matrixlint: own.json:2: st")

    def test_an_entry_of_a_file_that_is_gone_is_stale(self, cli: Command, folder: Path) -> None:
        place(folder / "b.json", BASELINE)
        (folder / "bad.ini").unlink()

        assert cli("--baseline=b.json", "clean.ini").err.startswith("matrixlint: b.json:2: stale: ")
        cli("--baseline=b.json", "--write-baseline", "clean.ini")
        assert (folder / "b.json").read_text() == f"{HEAD}]\n"

    def test_a_file_that_could_not_be_linted_makes_none_stale(
        self, cli: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        place(folder / "b.json", BASELINE)

        def broken(*_: object) -> None:
            raise RecursionError("too deep")

        monkeypatch.setattr("matrixlint.linter.runner.lint_source", broken)
        message = "bad.ini: internal error: RecursionError: too deep"

        assert cli("--baseline=b.json", "-q", "bad.ini").err == f"matrixlint: error: {message}\n"

    def test_the_configuration_names_it_relative_to_itself(
        self, cli: Command, folder: Path
    ) -> None:
        place(folder / "doc" / "matrixlint.toml", "baseline = 'b.json'\n")
        place(folder / "doc" / "bad.ini", ERROR)

        assert cli("--write-baseline", "doc/bad.ini").status == 0
        assert (folder / "doc" / "b.json").read_text() == BASELINE
        assert cli("doc/bad.ini") == (0, "", ONE)
        os.chdir(folder / "doc")
        assert cli("bad.ini") == (0, "", ONE)
        assert cli("--isolated", "bad.ini").status == 1

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (None, "b.json: no such file or folder"),
            (f"{HEAD},7]", "b.json:2: baseline found 7, expected an entry"),
        ],
    )
    def test_a_broken_one_is_2_and_other_files_are_reported(
        self, cli: Command, folder: Path, text: str | None, message: str
    ) -> None:
        place(folder / "doc" / "matrixlint.toml", "baseline = '../b.json'\n")
        place(folder / "doc" / "a.ini", ERROR)
        place(folder / "doc" / "b.ini", ERROR)
        if text is not None:
            place(folder / "b.json", text)

        assert cli("bad.ini", "doc/a.ini", "doc/b.ini") == (
            2,
            f"{LINE}\n",
            (
                f"matrixlint: error: {message}\nfound 1 error in 1 file"
                "; 1 can be mended with --fix --unsafe-fixes; 1 failure\n"
            ),
        )

    def test_a_broken_one_is_not_written_over(self, cli: Command, folder: Path) -> None:
        place(folder / "b.json", "{")

        assert cli("--baseline=b.json", "--write-baseline", "bad.ini").status == 2
        assert (folder / "b.json").read_text() == "{"

    def test_one_that_cannot_be_written_is_2(self, cli: Command) -> None:
        assert cli("--baseline=none/b.json", "--write-baseline", "-q", "bad.ini") == (
            2,
            "",
            "matrixlint: error: none/b.json: cannot be written: no such file or directory\n",
        )

    def test_without_a_name_there_is_nothing_to_write(self, cli: Command) -> None:
        message = "--write-baseline has no file to write; expected --baseline FILE or the setting"

        assert cli("--write-baseline", "-q", "bad.ini") == (
            2,
            "",
            f"matrixlint: error: {message} 'baseline'\n",
        )

    def test_two_files_that_it_cannot_report_apart_are_reported(
        self, cli: Command, folder: Path
    ) -> None:
        place(folder / "b.json", BASELINE)
        for name in ("one", "two"):
            place(folder / name / "matrixlint.toml", "")
            place(folder / name / "bad.ini", ERROR)

        message = "cannot tell 'one/bad.ini' from 'two/bad.ini'"

        for words in ([], ["--write-baseline"]):
            assert cli("--baseline=b.json", "-q", *words, "one/bad.ini", "two/bad.ini") == (
                2,
                "",
                f"matrixlint: error: b.json: baseline {message}: both are 'bad.ini'\n",
            )
        assert (folder / "b.json").read_text() == BASELINE

    def test_the_answer_is_the_same_with_any_number_of_jobs(
        self, cli: Command, folder: Path
    ) -> None:
        place(folder / "b.json", BASELINE)
        words = ("--baseline=b.json", "--show-suppressed", "bad.ini", "clean.ini")

        assert cli(*words, "--jobs=2") == cli(*words)
