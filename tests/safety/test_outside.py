"""Folders that git names and that lie elsewhere, and files that are named behind links."""

import hashlib
import os
import struct
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Command
from tests.parsed import CLEAN

NAME = "support-matrix.ini"
SAFE = CLEAN.replace("complete", "Complete")


@pytest.fixture
def outside(folder: Path, tmp_path: Path) -> Path:
    """A matrix in a folder beside the project, which is a repository of git."""
    (folder / ".git").rmdir()
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    path = tmp_path / "outside"
    path.mkdir()
    (path / NAME).write_text(SAFE, encoding="utf-8")
    (folder / NAME).write_text(CLEAN, encoding="utf-8")
    return path


def write_index(folder: Path, *paths: str) -> None:
    """Write an index of git that lists *paths*, which git itself would refuse."""
    data = b"DIRC" + struct.pack(">II", 2, len(paths))
    for path in sorted(path.encode() for path in paths):
        entry = struct.pack(">10I", 0, 0, 0, 0, 0, 0, 0o100644, 0, 0, 10)
        entry += hashlib.sha1(b"", usedforsecurity=False).digest()
        entry += struct.pack(">H", len(path)) + path
        data += entry + b"\0" * (8 - len(entry) % 8)
    digest = hashlib.sha1(data, usedforsecurity=False).digest()
    (folder / ".git" / "index").write_bytes(data + digest)


@pytest.mark.parametrize("words", [(), ("--fix",), ("--add-ignores=why",)])
@pytest.mark.parametrize("path", ["../outside/" + NAME, "{}/" + NAME, "..", "../outside"])
def test_what_an_index_lists_elsewhere_is_left_out(
    folder: Path, cli: Command, outside: Path, path: str, words: tuple[str, ...]
) -> None:
    write_index(folder, path.format(outside))
    answer = cli(*words)

    assert (answer.status, answer.out) == (0, "")
    assert (outside / NAME).read_text(encoding="utf-8") == SAFE


@pytest.mark.parametrize("is_repository", [True, False])
@pytest.mark.parametrize("words", [(), ("--fix",), ("--select=MX854",)])
def test_a_folder_that_has_become_a_link_is_left_out(
    folder: Path, cli: Command, outside: Path, words: tuple[str, ...], *, is_repository: bool
) -> None:
    (folder / "a").mkdir()
    (folder / "a" / NAME).write_text(CLEAN, encoding="utf-8")
    (folder / "a" / "p.rst").write_text("x\n", encoding="utf-8")
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    for name in (NAME, "p.rst"):
        (folder / "a" / name).unlink()
    (folder / "a").rmdir()
    (folder / "a").symlink_to("../outside")
    (outside / "matrixlint.toml").write_text("selct = 1\n", encoding="utf-8")
    (outside / "p.rst").write_text(".. support_matrix:: gone.ini\n", encoding="utf-8")
    if is_repository:
        subprocess.run(["git", "init", "-q"], cwd=outside, check=True)

    answer = cli(*words)

    line = f"link leads out of the project, to {str(outside)!r}; not linted"
    assert (answer.status, answer.out) == (0, "")
    assert answer.err.startswith(f"matrixlint: a: {line}\n")
    assert (outside / NAME).read_text(encoding="utf-8") == SAFE


@pytest.mark.parametrize("is_repository", [True, False])
@pytest.mark.parametrize("has_git", [True, False])
def test_a_file_that_is_named_behind_a_link_is_not_written(
    folder: Path, cli: Command, outside: Path, *, is_repository: bool, has_git: bool
) -> None:
    if is_repository:
        (outside / ".git").mkdir()
    if not has_git:
        subprocess.run(["rm", "-r", ".git"], cwd=folder, check=True)
    (folder / "doc").mkdir()
    (folder / "doc" / "link").symlink_to("../../outside")
    answer = cli("--fix", f"doc/link/{NAME}")

    assert answer.status == 2
    assert "is a link that leads out of the project" in answer.err
    assert (outside / NAME).read_text(encoding="utf-8") == SAFE


def test_a_file_elsewhere_that_is_named_is_the_user_s(cli: Command, outside: Path) -> None:
    assert cli("--fix", str(outside / NAME)).status == 0
    assert (outside / NAME).read_text(encoding="utf-8") == CLEAN


def test_a_link_in_the_folder_that_is_named_is_fixed(folder: Path, cli: Command) -> None:
    (folder / ".git").rmdir()
    for name in ("a", "b"):
        (folder / "p" / name).mkdir(parents=True)
    (folder / "p" / "b" / "real.ini").write_text(SAFE, encoding="utf-8")
    (folder / "p" / "a" / f"x-{NAME}").symlink_to("../b/real.ini")

    assert cli("--fix", "p").status == 0
    assert (folder / "p" / "b" / "real.ini").read_text(encoding="utf-8") == CLEAN


@pytest.mark.parametrize("target", ["x", "a" * 300, "sec/x"])
def test_a_link_that_leads_nowhere_ends_no_run(
    folder: Path, cli: Command, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    monkeypatch.setattr("matrixlint.text.git._find_program", lambda _: None)
    (folder / NAME).write_text(CLEAN, encoding="utf-8")
    (folder / "node").mkdir()
    (folder / "node" / "x").symlink_to(target)

    assert cli().err == "1 file clean\n"


@pytest.mark.parametrize("words", [("--fix",), ("--add-ignores=why",)])
def test_names_of_one_file_are_written_one_after_the_other(
    folder: Path, cli: Command, words: tuple[str, ...]
) -> None:
    (folder / NAME).write_text(SAFE, encoding="utf-8")
    for number in range(8):
        (folder / f"l{number}-{NAME}").symlink_to(NAME)

    assert cli(*words, "--jobs=4").status == 0


def test_a_working_directory_that_is_gone_is_said_to_be(tmp_path: Path, cli: Command) -> None:
    (tmp_path / "gone").mkdir()
    os.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    answer = cli(".")
    os.chdir(tmp_path)

    assert (answer.status, answer.err) == (
        2,
        "matrixlint: error: the working directory cannot be found: no such file or directory\n",
    )
