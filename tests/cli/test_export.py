"""``matrixlint export``: what it prints and writes, and its exit status."""

import json
import os
from pathlib import Path

import pytest

from matrixlint.cli import export
from tests.conftest import Command
from tests.parsed import CLEAN

TABLE = """\
feature      status    a
operation.x  optional  complete

* has a note, ! a finding
"""
BAD = CLEAN.replace("complete", "odd")


@pytest.fixture(autouse=True)
def file(folder: Path) -> Path:
    path = folder / "a.ini"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def test_a_table_is_printed(cli: Command) -> None:
    assert cli("export", "a.ini") == (0, TABLE, "")
    assert cli("export", "-", stdin=CLEAN.encode()) == (0, TABLE, "")


def test_findings_do_not_fail_an_export(cli: Command, file: Path) -> None:
    file.write_text(BAD, encoding="utf-8")
    run = cli("export", "a.ini", "--color=always")

    assert (run.status, run.err) == (0, "")
    assert "\033[33modd!\033[0m\n" in run.out


def test_what_is_suppressed_is_left_out(cli: Command, file: Path) -> None:
    file.write_text(BAD.replace("driver.a=", "# matrixlint: ignore\ndriver.a="), encoding="utf-8")

    assert json.loads(cli("export", "--format=json", "a.ini").out)["findings"] == []


def test_a_file_is_written(cli: Command, folder: Path) -> None:
    for _ in range(2):
        assert cli("export", "--output=a.txt", "--color=always", "a.ini") == (0, "", "")
        assert (folder / "a.txt").read_text(encoding="utf-8") == TABLE


def test_the_configuration_holds(cli: Command, folder: Path) -> None:
    (folder / "matrixlint.toml").write_text("ignore = ['MX401']\n", encoding="utf-8")
    (folder / "other.toml").write_text("select = ['MX106']\n", encoding="utf-8")
    (folder / "a.ini").write_text(BAD, encoding="utf-8")

    found = [
        len(json.loads(cli("export", "--format=json", *words, "a.ini").out)["findings"])
        for words in ((), ("--isolated",), ("--config=other.toml",))
    ]

    assert found == [0, 1, 0]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "expected one FILE, found 0"),
        (("a.ini", "b.ini"), "expected one FILE, found 2"),
        (("lost.ini",), "lost.ini: no such file or folder"),
        (("--format=jsn", "a.ini"), "--format: found 'jsn', expected json, csv, markdown, html or"),
        (("--dialect=odd", "a.ini"), "--dialect: found 'odd', expected targets"),
        (("--config=a.toml", "--isolated", "a.ini"), "--config 'a.toml' and --isolated exclude"),
        (("--output=lost/a", "a.ini"), "lost/a: cannot be written: no such file or directory"),
    ],
)
def test_what_cannot_be_done_is_2(cli: Command, words: tuple[str, ...], message: str) -> None:
    run = cli("export", *words)

    assert (run.status, run.out) == (2, "")
    assert message in run.err


def test_a_broken_configuration_is_reported(cli: Command, folder: Path) -> None:
    (folder / "matrixlint.toml").write_text("odd = 1\n", encoding="utf-8")

    assert cli("export", "a.ini").err == (
        "matrixlint: error: matrixlint.toml:1: unknown setting 'odd'\n"
    )


def test_a_plugin_that_fails_is_reported(cli: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    from matrixlint.errors import ErrorDetail
    from matrixlint.linter.lint import LintResult

    monkeypatch.setattr(
        export, "check_matrix", lambda *_: LintResult([], [ErrorDetail("it failed", "a.ini")])
    )

    assert cli("export", "a.ini") == (2, "", "matrixlint: error: a.ini: it failed\n")


def test_the_terminal_says_how_wide_it_is(
    cli: Command, monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    drivers = "".join(f"[driver.d{at}]\ntitle=D\n" for at in range(9))
    file.write_text(drivers + CLEAN, encoding="utf-8")
    plain = blocks(cli)
    monkeypatch.setenv("COLUMNS", "40")
    narrow = blocks(cli)
    monkeypatch.setenv("COLUMNS", "0")
    monkeypatch.setattr(export, "is_terminal", lambda: True)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((31, 9)))

    assert [plain, narrow, blocks(cli)] == [1, 3, 6]


def blocks(cli: Command) -> int:
    return sum(line.startswith("feature ") for line in cli("export", "a.ini").out.splitlines())


def test_help_is_printed(cli: Command) -> None:
    assert cli("export", "--help").out.startswith("usage: matrixlint export FILE [OPTION ...]\n")
