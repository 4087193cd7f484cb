"""Findings to live with: suppressions and baselines on the command line."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from matrixlint.schema import validate
from tests.conftest import ROOT

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
LINE = "bad.ini:7:12: MX401 unknown-level: driver 'kvm' is 'compelte'; expected "
LINE += "complete, partial, missing or unknown; did you mean 'complete'?"
HEAD = '[{"matrixlint-baseline": 1}\n'
ENTRY = '"section": "operation.attach", "driver": "kvm", "value": "compelte"}\n'
BASELINE = f'{HEAD},{{"rule": "MX401", "path": "bad.ini", {ENTRY}]\n'
COMMENTED = ERROR.replace("driver.kvm=c", "# matrixlint: ignore[MX401]\ndriver.kvm=c")
ONE = "1 file clean; 1 finding suppressed\n"


def place(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def files(folder: Path) -> None:
    place(folder / "clean.ini", CLEAN)
    place(folder / "bad.ini", ERROR)


class TestSuppressions:
    def test_they_are_not_heard_on_demand(self, cli: Command, folder: Path) -> None:
        place(folder / "bad.ini", COMMENTED)

        assert cli("bad.ini") == (0, "", ONE)
        assert cli("--no-suppressions", "bad.ini").out == f"{LINE.replace(':7:', ':8:')}\n"
        assert cli("--no-suppressions", "bad.ini").status == 1

    def test_an_unused_one_fails_the_run_unless_not_heard(self, cli: Command, folder: Path) -> None:
        place(folder / "bad.ini", COMMENTED.replace("compelte", "complete"))

        assert cli("bad.ini").status == 1
        assert cli("bad.ini", "--no-suppressions") == (0, "", "1 file clean\n")

    def test_what_is_silenced_is_listed_on_demand(self, cli: Command, folder: Path) -> None:
        place(folder / "bad.ini", COMMENTED)
        line = LINE.replace(":7:", ":8:")

        assert cli("--show-suppressed", "bad.ini") == (
            0,
            f"{line} (suppressed by a comment)\n",
            ONE,
        )
        assert cli("--show-suppressed", "-q", "--statistics", "bad.ini").err == ""
        assert cli("--show-suppressed", "--output-format=full", "bad.ini").out.endswith(
            "  = fix: write 'complete' (unsafe)\n  = suppressed by a comment\n"
        )
        assert cli("--show-suppressed", "--output-format=grouped", "bad.ini").out.endswith(
            "(suppressed by a comment)\n"
        )

    def test_in_json_they_are_marked_and_counted(self, cli: Command, folder: Path) -> None:
        place(folder / "bad.ini", COMMENTED)
        documents = [
            json.loads(cli("--output-format=json", "bad.ini", *words).out)
            for words in ([], ["--show-suppressed"])
        ]

        assert [validate.find_errors(each, validate.load("report")) for each in documents] == [
            [],
            [],
        ]
        assert [
            [diagnostic["suppressed"] for diagnostic in each["diagnostics"]] for each in documents
        ] == [
            [],
            ["comment"],
        ]
        assert [each["summary"] for each in documents] == [
            {"files": 1, "error": 0, "warning": 0, "info": 0, "suppressed": at, "fixable": 0}
            for at in (0, 1)
        ]


class TestAddIgnores:
    def test_comments_are_written_and_the_status_is_0(self, cli: Command, folder: Path) -> None:
        remark = "matrixlint: bad.ini: comments were written\n"

        assert cli("--add-ignores", "bad.ini", "clean.ini") == (
            0,
            "",
            f"{remark}all 2 files clean; 1 finding suppressed\n",
        )
        assert (folder / "bad.ini").read_text() == COMMENTED
        assert (folder / "clean.ini").read_text() == CLEAN
        assert cli("--add-ignores", "bad.ini") == (0, "", ONE)

    def test_a_reason_is_given(self, cli: Command, folder: Path) -> None:
        assert cli("--add-ignores= see #7 ", "bad.ini").status == 0
        assert "# matrixlint: ignore[MX401] -- see #7\n" in (folder / "bad.ini").read_text()

    @pytest.mark.parametrize("reason", ["a\nb", "a\u2028b", "a\x07"])
    def test_a_reason_is_one_line(self, cli: Command, reason: str) -> None:
        assert cli(f"--add-ignores={reason}", "bad.ini").err == (
            f"matrixlint: error: --add-ignores: found {reason!r}, expected one line of text\n"
        )

    def test_a_reason_is_given_where_one_is_wanted(self, cli: Command, folder: Path) -> None:
        place(folder / "matrixlint.toml", "require-suppression-reason = true\n")
        message = "suppressions must give a reason here; expected --add-ignores=REASON"

        assert cli("--add-ignores", "-q", "bad.ini") == (
            2,
            "",
            f"matrixlint: error: bad.ini: {message}\n",
        )
        assert (folder / "bad.ini").read_text() == ERROR
        assert cli("--add-ignores=why", "-q", "bad.ini").status == 0
        assert cli("bad.ini") == (0, "", ONE)

    def test_what_the_baseline_holds_needs_no_comment(self, cli: Command, folder: Path) -> None:
        place(folder / "b.json", BASELINE)

        assert cli("--add-ignores", "--baseline=b.json", "bad.ini") == (0, "", ONE)
        assert (folder / "bad.ini").read_text() == ERROR

    def test_a_file_that_cannot_be_written_is_2_and_stays(
        self, cli: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "access", lambda *_: False)
        message = "cannot be written: is write-protected"

        assert cli("--add-ignores", "bad.ini", "clean.ini") == (
            2,
            "",
            f"matrixlint: error: bad.ini: {message}\n1 file clean; 1 failure\n",
        )
        assert (folder / "bad.ini").read_text() == ERROR

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["--write-baseline"], "--add-ignores and --write-baseline exclude each other"),
            (["--no-suppressions"], "--add-ignores and --no-suppressions exclude each other"),
            (["-"], "--add-ignores cannot write into the standard input"),
        ],
    )
    def test_what_contradicts_it_is_told(
        self, cli: Command, words: list[str], message: str
    ) -> None:
        assert cli("-q", "--add-ignores", *words) == (2, "", f"matrixlint: error: {message}\n")

    def test_a_word_behind_the_option_is_a_path(self, cli: Command) -> None:
        assert cli("-q", "--add-ignores", "lost.ini").err == (
            "matrixlint: error: lost.ini: no such file or folder\n"
        )


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

    def test_a_stale_entry_is_told_and_fails_nothing(self, cli: Command, folder: Path) -> None:
        place(folder / "b.json", BASELINE)
        place(folder / "bad.ini", CLEAN)
        told = "matrixlint: b.json:2: stale: MX401 in bad.ini [operation.attach] kvm compelte\n"

        assert cli("--baseline=b.json", "bad.ini") == (0, "", f"{told}1 file clean\n")
        assert cli("--baseline=b.json", "--write-baseline", "bad.ini").status == 0
        assert cli("--baseline=b.json", "bad.ini") == (0, "", "1 file clean\n")

    def test_an_entry_that_the_run_does_not_speak_of_is_kept(
        self, cli: Command, folder: Path
    ) -> None:
        place(folder / "b.json", BASELINE)
        place(folder / "bad.ini", CLEAN)
        unheard = f'{HEAD},{{"rule": "MX901", "path": "clean.ini"}}\n]\n'
        place(folder / "own.json", unheard)

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
    def test_a_broken_one_is_2_and_other_files_are_told(
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

    def test_two_files_that_it_cannot_tell_apart_are_told(self, cli: Command, folder: Path) -> None:
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


def gate(cli: Command, path: Path, name: str) -> None:
    """Put all findings of the matrix *name* into a baseline, and see a new one told alone."""
    text = path.read_text(encoding="utf-8")
    assert cli(name, "--select=ALL").out != ""
    assert cli("--select=ALL", "--baseline=b.json", "--write-baseline", name).status == 0
    assert cli("--select=ALL", "--baseline=b.json", name)[:2] == (0, "")
    # One line above, so that all that is known has moved.
    lines = f"# new\n{text}".split("\n")
    at = next(at for at, line in enumerate(lines) if line.endswith("=complete"))
    column = lines[at].index("=") + 2
    lines[at] = lines[at].replace("=complete", "=compelte")
    path.write_text("\n".join(lines), encoding="utf-8")
    status, out, _ = cli("--select=ALL", "--baseline=b.json", name)

    assert status == 1
    assert [line.split(" ")[:2] for line in out.splitlines()] == [
        [f"{name}:{at + 1}:{column}:", "MX401"]
    ]


def test_a_real_matrix_can_be_gated(cli: Command, folder: Path) -> None:
    path = folder / "support-matrix.ini"
    shutil.copy(ROOT / "examples" / "nova-2016" / "support-matrix.ini", path)

    gate(cli, path, "support-matrix.ini")


CORPUS = os.environ.get("MATRIXLINT_CORPUS", "")
MATRICES = sorted(name for name in (os.listdir(CORPUS) if CORPUS else ()) if name.endswith(".ini"))


@pytest.mark.skipif(not CORPUS, reason="set MATRIXLINT_CORPUS to a folder of matrices")
@pytest.mark.parametrize("name", MATRICES or ["none"])
def test_every_real_matrix_can_be_gated(cli: Command, folder: Path, name: str) -> None:
    shutil.copy(os.path.join(CORPUS, name), folder / name)
    words = ("--select=ALL", name)

    assert cli(*words, "--baseline=b.json", "--write-baseline").status == 0
    assert cli(*words, "--baseline=b.json")[:2] == (0, "")
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("lost words\n")
    told = cli(*words, "--baseline=b.json").out.splitlines()
    assert [line.split(" ")[1] for line in told] == ["MX001"]


def test_what_two_branches_have_changed_merges(cli: Command, folder: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b", *words], check=True)

    def commit(branch: str, name: str, text: str) -> None:
        git("checkout", "-q", "-b", branch, "start")
        place(folder / name, text)
        cli("--baseline=b.json", "--write-baseline", *names)
        git("commit", "-q", "-a", "-m", branch)

    names = [f"{number}.ini" for number in range(5)]
    for name in names:
        place(folder / name, CLEAN if name in ("0.ini", "4.ini") else ERROR)
    shutil.rmtree(folder / ".git")
    git("init", "-q", "-b", "start")
    cli("--baseline=b.json", "--write-baseline", *names)
    git("add", ".")
    git("commit", "-q", "-m", "start")
    commit("one", "0.ini", ERROR)
    commit("two", "4.ini", ERROR)
    git("merge", "-q", "-m", "both", "one")

    assert cli("--baseline=b.json", *names) == (0, "", "all 5 files clean; 5 findings suppressed\n")
