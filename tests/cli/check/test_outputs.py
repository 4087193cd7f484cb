"""Several reports of one run: on the standard output, in files, in a job's summary."""

import json
import os
from pathlib import Path

import pytest

from matrixlint.cli.check.outputs import _TEXTS, _truncate
from matrixlint.errors import ErrorDetail
from matrixlint.output.formats import FORMATS, render
from matrixlint.output.report import Report
from matrixlint.schema import validate
from tests.conftest import Command

CLEAN = "[driver.a]\ntitle=A\n[operation.x]\ntitle=X\nstatus=optional\ndriver.a=complete\n"
BAD = CLEAN.replace("complete", "compelte").replace("title=X\n", "title=X\nextra=1\n")
TABLE = (
    "\n### matrixlint\n\n"
    "| severity | place | rule | finding |\n| --- | --- | --- | --- |\n"
    "| warning | bad.ini:5:1 | MX203 unknown-field | key 'extra' is no field, entry or note |\n"
    "| error | bad.ini:7:10 | MX401 unknown-level | driver 'a' is 'compelte'; expected complete, "
    "partial, missing or unknown; did you mean 'complete'? |\n"
)


@pytest.fixture(autouse=True)
def files(folder: Path) -> None:
    (folder / "good.ini").write_text(CLEAN, encoding="utf-8")
    (folder / "bad.ini").write_text(BAD, encoding="utf-8")


@pytest.fixture
def summary(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a step's summary, the command being run under GitHub Actions."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    return folder / "summary.md"


def printed(cli: Command, name: str, *words: str) -> str:
    return cli("bad.ini", f"--output-format={name}", *words).out


class TestFiles:
    def test_each_holds_what_would_be_printed(self, cli: Command, folder: Path) -> None:
        words = [f"--output={name}=out.{name}" for name in FORMATS]
        run = cli("bad.ini", *words)

        assert run.status == 1
        assert run.out == printed(cli, "concise")
        written = {name: (folder / f"out.{name}").read_text("utf-8") for name in FORMATS}
        assert written == {name: printed(cli, name) for name in FORMATS}

    def test_what_is_there_is_replaced(self, cli: Command, folder: Path) -> None:
        (folder / "out").write_text("old", encoding="utf-8")

        assert cli("good.ini", "--output", "gitlab=out").status == 0
        assert (folder / "out").read_text("utf-8") == "[]\n"
        assert sorted(os.listdir(folder)) == [".git", "bad.ini", "good.ini", "out"]

    def test_they_are_never_coloured(self, cli: Command, folder: Path) -> None:
        run = cli("bad.ini", "--color=always", "--output=full=out", "--output-format=full")

        assert "\033" in run.out
        assert "\033" not in (folder / "out").read_text("utf-8")

    def test_a_failure_keeps_no_other_from_being_written(self, cli: Command, folder: Path) -> None:
        words = ("--output=gitlab=no/where", "--output=zuul=.", "--output=pylint=out")
        run = cli("good.ini", *words, "--output-format=json")

        assert run.status == 2
        assert [error["message"] for error in json.loads(run.out)["errors"]] == [
            "cannot be written: no such file or directory",
            "is a folder, not a file",
        ]
        assert run.err.splitlines() == [
            "matrixlint: error: no/where: cannot be written: no such file or directory",
            "matrixlint: error: .: is a folder, not a file",
            "1 file clean; 2 failures",
        ]
        assert (folder / "out").read_text("utf-8") == ""

    @pytest.mark.parametrize("words", [[], ["--select=MX999"], ["-0"]])
    def test_a_matrix_is_never_replaced(self, cli: Command, folder: Path, words: list[str]) -> None:
        (folder / "link").symlink_to("bad.ini")
        run = cli("bad.ini", "--output=json=link", *words)

        reason = "is read, or another output's file; not written"
        assert f"matrixlint: error: link: {reason}" in run.err.splitlines()
        assert run.status == 2
        assert (folder / "bad.ini").read_text("utf-8") == BAD

    def test_two_reports_never_share_a_file(self, cli: Command, folder: Path) -> None:
        run = cli("good.ini", "--output=gitlab=out", "--output=json=./out")

        assert (run.status, (folder / "out").read_text("utf-8")) == (2, "[]\n")

    def test_a_path_that_is_no_text_is_written_as_an_escape(
        self, cli: Command, folder: Path
    ) -> None:
        os.rename("bad.ini", os.fsdecode(b"\xff.ini"))
        cli(os.fsdecode(b"\xff.ini"), "--output=gitlab=out.json", "--output=markdown=out.md")

        (first, _) = json.loads((folder / "out.json").read_text("utf-8"))
        assert first["location"]["path"] == "\\udcff.ini"
        assert "&#92;udcff.ini:5:1" in (folder / "out.md").read_text("utf-8")

    def test_fixes_report_what_is_left(self, cli: Command, folder: Path) -> None:
        words = ("--unsafe-fixes", "--select=MX401,MX203", "--output=gitlab=out")
        run = cli("bad.ini", "--diff", *words)

        assert run.out.startswith("--- bad.ini\n")
        shown = json.loads((folder / "out").read_text("utf-8"))
        cli("bad.ini", "--fix", *words)
        left = json.loads((folder / "out").read_text("utf-8"))
        assert shown == left
        assert [diagnostic["check_name"] for diagnostic in left] == ["MX203"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--output=jsn=a"], "--output: found 'jsn', expected "),
        (["--output=auto=a"], "--output: found 'auto', expected "),
        (["--output=json"], "--output: found nothing, expected a path"),
        (["--output=json="], "--output: found nothing, expected a path"),
        (["--output=json=-"], "--output: found '-', expected a file; --output-format prints"),
        (
            ["--fix-only", "--output=json=a"],
            "--fix-only reports nothing, and --output asks for a report",
        ),
    ],
)
def test_what_cannot_be_written_is_2(cli: Command, words: list[str], message: str) -> None:
    run = cli("good.ini", *words)

    assert run.status == 2
    assert f"matrixlint: error: {message}" in run.err


class TestAuto:
    def test_it_is_what_no_option_gives(self, cli: Command, folder: Path) -> None:
        assert printed(cli, "auto") == cli("bad.ini").out
        (folder / "matrixlint.toml").write_text("output-format = 'grouped'", "utf-8")
        assert printed(cli, "auto") == cli("bad.ini").out == printed(cli, "grouped")

    def test_without_the_option_actions_change_nothing(self, cli: Command, summary: Path) -> None:
        assert cli("bad.ini").out == printed(cli, "concise")
        assert not summary.exists()

    @pytest.mark.parametrize("word", ["false", "1", ""])
    def test_only_the_word_of_actions_reports_of_them(
        self, cli: Command, monkeypatch: pytest.MonkeyPatch, word: str
    ) -> None:
        monkeypatch.setenv("GITHUB_ACTIONS", word)

        assert printed(cli, "auto") == printed(cli, "concise")

    def test_under_actions_text_annotations_and_a_table_are_given(
        self, cli: Command, summary: Path
    ) -> None:
        summary.write_text("before", encoding="utf-8")
        run = cli("bad.ini", "--output-format=auto")

        lines = run.out.splitlines()
        assert [line.partition(" ")[0] for line in lines] == [
            "bad.ini:5:1:",
            "bad.ini:7:10:",
            "::error",
            "::warning",
        ]
        assert run.out == printed(cli, "concise") + printed(cli, "github")
        assert summary.read_text("utf-8") == f"before{TABLE}"

    @pytest.mark.parametrize(
        ("asked", "text"),
        [("auto", "concise"), ("grouped", "grouped"), ("json", "concise")],
    )
    def test_annotations_stand_beside_the_text_that_a_configuration_asks_for(
        self, cli: Command, folder: Path, summary: Path, asked: str, text: str
    ) -> None:
        (folder / "matrixlint.toml").write_text(f"output-format = '{asked}'", "utf-8")

        assert printed(cli, "auto") == printed(cli, text) + printed(cli, "github")
        assert summary.exists()

    def test_a_configuration_may_ask_for_it(
        self, cli: Command, folder: Path, summary: Path
    ) -> None:
        (folder / "matrixlint.toml").write_text("output-format = 'auto'", "utf-8")

        assert cli("bad.ini").out == printed(cli, "concise") + printed(cli, "github")
        assert summary.read_text("utf-8") == TABLE

    def test_without_a_file_there_is_no_summary(
        self, cli: Command, summary: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("GITHUB_STEP_SUMMARY")

        assert cli("bad.ini", "--output-format=auto").status == 1
        assert not summary.exists()

    def test_a_summary_that_cannot_be_written_is_2(self, cli: Command, summary: Path) -> None:
        summary.mkdir()
        run = cli("good.ini", "--output-format=auto")

        assert run.status == 2
        assert run.out == (
            "::error title=matrixlint,file=summary.md::"
            "summary.md: cannot be written: is a directory\n"
        )

    @pytest.mark.parametrize("flag", ["--diff", "--fix-only"])
    def test_what_reports_nothing_leaves_no_summary(
        self, cli: Command, folder: Path, summary: Path, flag: str
    ) -> None:
        (folder / "matrixlint.toml").write_text("output-format = 'auto'", "utf-8")
        cli("good.ini", flag)

        assert not summary.exists()


@pytest.mark.parametrize(
    ("most", "kept"),
    [
        (40, b"one\ntwo\nthree and a long line\n"),
        (30, b"one\ntwo\nthree and a long line\n"),
        (29, b"one\n\nThe log has the rest.\n"),
        (24, b"\nThe log has the rest.\n"),
        (23, b""),
        (-1, b""),
    ],
)
def test_a_summary_holds_the_lines_for_which_there_is_room(most: int, kept: bytes) -> None:
    assert _truncate(b"one\ntwo\nthree and a long line\n", most) == kept


@pytest.mark.parametrize(
    "words", [["lost.ini"], ["-0"], ["--select=MX999"], ["bad.ini", "lost.ini"]]
)
def test_the_schema_describes_reports_of_failures(cli: Command, words: list[str]) -> None:
    run = cli("--output-format=json", *words)

    assert run.status == 2
    assert validate.find_errors(json.loads(run.out), validate.load("report")) == []


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_printed_where_nothing_could_be_done(cli: Command, name: str) -> None:
    run = cli("lost.ini", f"--output-format={name}")

    assert run.status == 2
    assert "Traceback" not in run.err


@pytest.mark.parametrize("name", _TEXTS)
def test_formats_for_people_print_nothing_without_diagnostics(name: str) -> None:
    report = Report(
        diagnostics=[], details=[ErrorDetail("is a folder", "a.ini", 3)], paths=["a.ini"]
    )

    assert render(name, report) == ""
