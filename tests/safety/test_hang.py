"""Repositories that would make git or a reader wait, recurse or give up: the rest is linted."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from matrixlint.text import git
from tests.conftest import Command, Run
from tests.parsed import CLEAN

NAME = "support-matrix.ini"
IDENTITY = ("-c", "user.name=T", "-c", "user.email=t@example.org")


def run_git(folder: Path, *words: str) -> None:
    words = ("git", *IDENTITY, "-c", "protocol.file.allow=always", *words)
    subprocess.run(words, cwd=folder, check=True, capture_output=True)


def create_repository(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    run_git(folder, "init", "-q")
    (folder / NAME).write_text(CLEAN, encoding="utf-8")
    run_git(folder, "add", ".")
    run_git(folder, "commit", "-qm", "x")
    return folder


class TestSubmodules:
    @pytest.fixture
    def clone(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A clone whose submodule is not checked out."""
        inner = create_repository(tmp_path / "inner")
        outer = create_repository(tmp_path / "outer")
        run_git(outer, "submodule", "--quiet", "add", str(inner), "sub")
        run_git(outer, "commit", "-qm", "y")
        run_git(tmp_path, "clone", "-q", "outer", "clone")
        monkeypatch.chdir(tmp_path / "clone")
        return tmp_path / "clone"

    @pytest.mark.usefixtures("clone")
    @pytest.mark.parametrize("words", [(), (".",), ("sub", "."), ("--show-files",)])
    def test_one_that_is_not_checked_out_is_empty(
        self, cli: Command, clone: Path, words: tuple[str, ...]
    ) -> None:
        os.chdir(clone)

        answer = cli(*words)
        assert answer.status == 0
        assert answer in (Run(0, "", "1 file clean\n"), Run(0, f"{NAME}\n", ""))

    def test_one_that_is_checked_out_is_linted(self, cli: Command, clone: Path) -> None:
        os.chdir(clone)
        run_git(clone, "submodule", "--quiet", "update", "--init")

        assert cli("--show-files", ".").out == f"sub/{NAME}\n{NAME}\n"

    def test_files_in_one_that_is_no_repository_are_linted(self, cli: Command, clone: Path) -> None:
        os.chdir(clone)
        (clone / "sub" / NAME).write_text(CLEAN, encoding="utf-8")

        assert cli("--show-files", ".").out == f"sub/{NAME}\n{NAME}\n"


LEVELS = 1_900


@pytest.fixture
def deep(folder: Path) -> Iterator[Path]:
    """A folder with another one in it, and so on for many levels, and a matrix at the bottom."""
    (folder / NAME).write_text(CLEAN, encoding="utf-8")
    home = os.open(".", os.O_RDONLY)
    for _ in range(LEVELS):
        os.mkdir("d")
        os.chdir("d")
    Path(NAME).write_text(CLEAN, encoding="utf-8")
    os.fchdir(home)
    os.close(home)
    yield folder
    # shutil.rmtree calls itself for each level.
    subprocess.run(["rm", "-r", folder / "d"], check=True)


@pytest.mark.usefixtures("deep")
class TestDepth:
    @pytest.mark.parametrize("has_git", [True, False])
    def test_folders_of_many_levels_are_searched(
        self, cli: Command, folder: Path, monkeypatch: pytest.MonkeyPatch, *, has_git: bool
    ) -> None:
        if has_git:
            (folder / ".git").rmdir()
            run_git(folder, "init", "-q")
        else:
            monkeypatch.setattr(git, "_find_program", lambda _: None)

        assert cli(".") == Run(0, "", "all 2 files clean\n")

    def test_a_file_at_the_bottom_is_linted(self, cli: Command) -> None:
        path = "d/" * LEVELS + NAME

        assert cli(path) == Run(0, "", "1 file clean\n")
        assert cli("--stdin-filename", path, "-", stdin=CLEAN.encode()).status == 0


class TestPipes:
    @pytest.mark.parametrize("name", [".gitignore", ".git/info/exclude", ".git/HEAD"])
    def test_git_that_waits_for_one_is_given_up(
        self, cli: Command, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        monkeypatch.setattr(git, "_TIMEOUT_SECONDS", 1)
        (folder / ".git").rmdir()
        run_git(folder, "init", "-q")
        (folder / NAME).write_text(CLEAN, encoding="utf-8")
        (folder / name).unlink(missing_ok=True)
        os.mkfifo(folder / name)

        answer = cli(".")

        message = "matrixlint: error: .: git gave no answer within 1 s; nothing is ignored\n"
        assert answer in (
            Run(2, "", f"{message}1 file clean; 1 failure\n"),
            # Some versions of git pass such a file over.
            Run(0, "", "1 file clean\n"),
        )

    def test_a_file_that_becomes_one_is_not_waited_for(
        self, cli: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder / NAME).write_text(CLEAN, encoding="utf-8")
        opened = os.open

        def swap(path: str, flags: int, *rest: int) -> int:
            if str(path).endswith(NAME):
                os.unlink(path)
                os.mkfifo(path)
            return opened(path, flags, *rest)

        monkeypatch.setattr(os, "open", swap)

        assert cli(NAME).err == (
            f"matrixlint: error: {NAME}: is a pipe, not a regular file\nno file linted; 1 failure\n"
        )


BROKEN_TOML = {
    "digits": ("a = 1\nx = " + "9" * 5_000, ":2", "holds a number of too many digits"),
    "brackets": ("fail-on = " + "[" * 500, "", "is nested too deeply"),
    "tables": ("x = " + "{a=" * 500, "", "is nested too deeply"),
    "keys": ("a" + ".a" * 3_000 + " = 1", "", ""),
    # Python 3.13 takes more levels, and the value is shown in part.
    "values": ("fail-on" + ".a" * 3_000 + " = 1", "", ""),
    "long value": ("fail-on = [" + "1, " * 3_000 + "]", ":1", "...; expected error, warning"),
    "hexadecimal": ("fail-on = 0x" + "f" * 5_000, "", ""),
}


class TestConfigurations:
    @pytest.mark.parametrize("case", BROKEN_TOML.values(), ids=BROKEN_TOML)
    @pytest.mark.parametrize("name", ["matrixlint.toml", "pyproject.toml"])
    def test_one_that_python_cannot_read_costs_its_folder_alone(
        self, cli: Command, folder: Path, name: str, case: tuple[str, str, str]
    ) -> None:
        text, line, message = case
        for each in ("a", "b"):
            (folder / each).mkdir()
            (folder / each / NAME).write_text(CLEAN, encoding="utf-8")
        head = "" if name == "matrixlint.toml" else "[tool.matrixlint]\n"
        line = line and f":{int(line[1:]) + head.count(chr(10))}"
        (folder / "b" / name).write_text(head + text + "\n", encoding="utf-8")

        answer = cli("a", "b")

        assert answer.status == 2
        assert answer.err.startswith(f"matrixlint: error: b/{name}{line}")
        assert message in answer.err
        assert "internal error" not in answer.err
        assert answer.err.endswith("1 file clean; 1 failure\n")
        assert len(answer.err) < 3_000


BROKEN_SCHEMAS = {
    "digits": '{"minProperties": ' + "9" * 5_000 + "}",
    "not": '{"not":' * 300 + "{}" + "}" * 300,
    "arrays": "[" * 100_000,
    "address": '{"$id":"http://[","$ref":"z"}',
    "reference": '{"$ref":"http://[/x"}',
    "circle": '{"$ref":"#"}',
    "pattern": '{"pattern":"' + "(" * 5_000 + ")" * 5_000 + '"}',
    "repetition": '{"pattern":"a{99999999999}"}',
    "deep properties": '{"properties":{"a":' * 200 + "{}" + "}}" * 200,
    "deep references": '{"$defs":{'
    + ",".join(f'"d{at}":{{"$ref":"#/$defs/d{at + 1}"}}' for at in range(2_000))
    + ',"d2000":{}},"$ref":"#/$defs/d0"}',
}


class TestSchemas:
    @pytest.mark.parametrize("text", BROKEN_SCHEMAS.values(), ids=BROKEN_SCHEMAS)
    def test_one_that_cannot_be_evaluated_costs_its_folder_alone(
        self, cli: Command, folder: Path, text: str
    ) -> None:
        for each in ("a", "b"):
            (folder / each).mkdir()
            (folder / each / NAME).write_text(CLEAN, encoding="utf-8")
        (folder / "b" / "matrixlint.toml").write_text('schema = "own.json"\n', encoding="utf-8")
        (folder / "b" / "own.json").write_text(text, encoding="utf-8")

        answer = cli("a", "b")

        assert answer.status == 2
        assert "matrixlint: error: b/own.json" in answer.err
        assert "internal error" not in answer.err
        assert "1 file clean; 1 failure" in answer.err
        assert len(answer.err) < 3_000


@pytest.mark.slow
def test_a_file_larger_than_memory_is_a_failure_of_its_own(folder: Path) -> None:
    (folder / NAME).write_text(CLEAN, encoding="utf-8")
    with (folder / "odd-support-matrix.ini").open("wb") as stream:
        stream.truncate(1 << 40)

    done = subprocess.run(
        [sys.executable, "-m", "matrixlint", "--isolated", "."],
        capture_output=True,
        check=False,
        text=True,
    )

    message = "odd-support-matrix.ini: cannot be read: it does not fit into memory"
    assert (done.returncode, done.stderr) == (
        2,
        f"matrixlint: error: {message}\n1 file clean; 1 failure\n",
    )
