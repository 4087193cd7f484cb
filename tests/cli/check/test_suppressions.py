"""Findings to live with: suppressions and baselines on the command line."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from matrixlint.schema import validate
from tests.cli.check.suppressed import BASELINE, CLEAN, COMMENTED, ERROR, LINE, ONE, Command, place
from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("suppressed_files")


class TestSuppressions:
    def test_they_are_not_received_on_demand(self, cli: Command, folder: Path) -> None:
        place(folder / "bad.ini", COMMENTED)

        assert cli("bad.ini") == (0, "", ONE)
        assert cli("--no-suppressions", "bad.ini").out == f"{LINE.replace(':7:', ':8:')}\n"
        assert cli("--no-suppressions", "bad.ini").status == 1

    def test_an_unused_one_fails_the_run_unless_not_received(
        self, cli: Command, folder: Path
    ) -> None:
        place(folder / "bad.ini", COMMENTED.replace("compelte", "complete"))

        assert cli("bad.ini").status == 1
        assert cli("bad.ini", "--no-suppressions") == (0, "", "1 file clean\n")

    def test_what_is_suppressed_is_listed_on_demand(self, cli: Command, folder: Path) -> None:
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
    def test_what_contradicts_it_is_reported(
        self, cli: Command, words: list[str], message: str
    ) -> None:
        assert cli("-q", "--add-ignores", *words) == (2, "", f"matrixlint: error: {message}\n")

    def test_a_word_behind_the_option_is_a_path(self, cli: Command) -> None:
        assert cli("-q", "--add-ignores", "lost.ini").err == (
            "matrixlint: error: lost.ini: no such file or folder\n"
        )


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
    reported = cli(*words, "--baseline=b.json").out.splitlines()
    assert [line.split(" ")[1] for line in reported] == ["MX001"]


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
