"""``matrixlint diff``: what it prints, and its exit status."""

import json
import subprocess
from pathlib import Path

import jsonschema
import pytest

from matrixlint.cli import diff
from matrixlint.schema import validate
from tests.conftest import Command
from tests.parsed import CLEAN

LESS = CLEAN.replace("complete", "partial")
LOST = (
    "{}:6: regression: level of driver 'a' in [operation.x]: 'complete' becomes 'partial': lost\n"
    "1 change, 1 regression\n"
)
HOSTILE = "[driver.a]\ntitle=A\n[operation.x]\ntitle=\x1b[31m|<b>\nstatus=optional\n"


@pytest.fixture(autouse=True)
def files(folder: Path) -> None:
    (folder / "old.ini").write_text(CLEAN, encoding="utf-8")
    (folder / "new.ini").write_text(LESS, encoding="utf-8")


@pytest.fixture
def repository(folder: Path) -> Path:
    """The folder as a repository, whose file is not what it was."""
    (folder / ".git").rmdir()
    script = "git init -q && git add . && git -c user.name=a -c user.email=a commit -qm a"
    subprocess.run(script, shell=True, check=True, cwd=folder)  # noqa: S602  our own words
    (folder / "old.ini").write_text(LESS, encoding="utf-8")
    return folder


def test_changes_are_printed(cli: Command) -> None:
    assert cli("diff", "old.ini", "new.ini") == (0, LOST.format("new.ini"), "")
    assert cli("diff", "old.ini", "-", stdin=LESS.encode()).out == LOST.format("<stdin>")
    assert cli("diff", "old.ini", "old.ini") == (0, "no change\n", "")
    assert cli("diff", "new.ini", "old.ini").out.endswith("\n1 change, no regression\n")


@pytest.mark.parametrize(
    ("what", "statuses"), [("regression", [1, 0, 0]), ("change", [1, 1, 0]), ("never", [0, 0, 0])]
)
def test_a_gate_fails_on_what_it_names(cli: Command, what: str, statuses: list[int]) -> None:
    pairs = (("old.ini", "new.ini"), ("new.ini", "old.ini"), ("old.ini", "old.ini"))

    assert [cli("diff", f"--fail-on={what}", *pair).status for pair in pairs] == statuses


def test_a_file_is_compared_with_what_git_has(cli: Command, repository: Path) -> None:
    (repository / "doc").mkdir()
    (repository / "doc" / "untracked.ini").write_text(CLEAN, encoding="utf-8")

    assert cli("diff", "--since=HEAD", "old.ini") == (0, LOST.format("old.ini"), "")
    assert cli("diff", "--since=HEAD", "doc/untracked.ini") == (
        2,
        "",
        "matrixlint: error: doc/untracked.ini: git has no such file in 'HEAD'\n",
    )


@pytest.mark.parametrize("revision", ["lost", "--help", "", "HEAD:new.ini", "-x"])
def test_a_revision_that_is_none_is_reported(cli: Command, repository: Path, revision: str) -> None:
    run = cli("diff", f"--since={revision}", "old.ini")

    assert (repository.exists(), run.status, run.out) == (True, 2, "")
    assert run.err.startswith("matrixlint: error: ")
    assert "internal" not in run.err


@pytest.mark.usefixtures("repository")
def test_without_git_it_says_so(cli: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert cli("diff", "--since=HEAD", "old.ini") == (
        2,
        "",
        "matrixlint: error: old.ini: there is no git to ask for 'HEAD'\n",
    )


@pytest.mark.parametrize("names", [("old.ini", "new.ini"), ("new.ini", "new.ini")])
def test_json_is_as_its_schema_has_it(cli: Command, names: tuple[str, str]) -> None:
    made = json.loads(cli("diff", "--format=json", *names).out)

    jsonschema.validate(made, json.loads(validate.read_text("difference")))
    assert (made["old"], made["new"], made["regressions"]) == (*names, len(made["changes"]))


def test_json_has_all_of_a_change(cli: Command) -> None:
    assert json.loads(cli("diff", "--format=json", "old.ini", "new.ini").out)["changes"] == [
        {
            "kind": "level",
            "driver": "a",
            "feature": "operation.x",
            "before": "complete",
            "after": "partial",
            "direction": "lost",
            "old_line": 6,
            "new_line": 6,
            "regression": True,
            "message": "level of driver 'a' in [operation.x]: 'complete' becomes 'partial': lost",
        }
    ]


def test_nothing_breaks_out_of_its_format(cli: Command, folder: Path) -> None:
    (folder / "new.ini").write_text(HOSTILE, encoding="utf-8")
    text, markdown = (
        cli("diff", f"--format={name}", "old.ini", "new.ini").out for name in ("text", "markdown")
    )

    assert "\x1b" not in text + markdown
    assert "| new.ini:4 | 'title' of &#91;operation.x&#93; | X | " in markdown
    assert "&#124;&#60;b&#62; | changed |\n" in markdown


def test_markdown_says_how_much_comes_and_goes(cli: Command, folder: Path) -> None:
    (folder / "new.ini").write_text(CLEAN.replace(".a", ".b").replace("A", "B"), encoding="utf-8")

    assert cli("diff", "--format=markdown", "old.ini", "new.ini").out == (
        "new.ini: 2 changes, 1 regression\n\n"
        "| place | what | before | after | |\n| --- | --- | --- | --- | --- |\n"
        "| old.ini:1 | driver 'a' | A | &ndash; | &#9660; removed, 1 implemented |\n"
        "| new.ini:1 | driver 'b' | &ndash; | B | added, 1 implemented |\n"
    )
    assert cli("diff", "--format=markdown", "old.ini", "old.ini").out == "old.ini: no change\n"


def test_a_matrix_that_is_broken_is_compared_and_reported(cli: Command, folder: Path) -> None:
    (folder / "new.ini").write_text(f"{LESS}driver.a=missing\n", encoding="utf-8")
    run = cli("diff", "old.ini", "new.ini")

    assert run.status == 0
    assert run.err == (
        "matrixlint: new.ini:7: the comparison may err here: key 'driver.a' stands twice in its "
        "section (MX003)\n"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "expected OLD and NEW, or --since REV FILE; found 0 of them"),
        (("old.ini",), "expected OLD and NEW, or --since REV FILE; found 1 of them"),
        (("-", "-"), "the standard input cannot be both OLD and NEW"),
        (("--since=a",), "expected one FILE with --since, found none"),
        (("--since=a", "-"), "expected one FILE with --since, found '-'"),
        (("--since=a", "a", "b"), "expected one FILE with --since, found 'a', 'b'"),
        (("--config=a", "--isolated", "a", "b"), "--config 'a' and --isolated exclude each other"),
        (("old.ini", "lost.ini"), "lost.ini: no such file or folder"),
        (("old.ini", "empty.ini"), "empty.ini: holds no matrix: neither a driver nor a feature"),
    ],
)
def test_what_cannot_be_done_is_2(
    cli: Command, folder: Path, words: tuple[str, ...], message: str
) -> None:
    (folder / "empty.ini").write_text("", encoding="utf-8")
    run = cli("diff", *words)

    assert (run.status, run.out, run.err) == (2, "", f"matrixlint: error: {message}\n")


def test_help_names_every_format(cli: Command) -> None:
    run = cli("diff", "--help")

    assert run.status == 0
    assert all(name in run.out for name in diff.FORMATS)
