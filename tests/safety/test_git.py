"""To list a repository runs nothing that the repository brings, and changes nothing in it."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from matrixlint.linter import file_listing
from tests.conftest import Command

Trap = Callable[[Path], None]
MATRIX = "[driver.a]\ntitle=A\n[operation.x]\ntitle=X\nstatus=optional\ndriver.a=complete\n"
HOOKS = (
    *("post-checkout", "post-index-change", "pre-auto-gc", "pre-commit", "fsmonitor-watchman"),
    "reference-transaction",
)
# Settings of which each names a command; TRAP is a program that leaves a file behind.
COMMANDS = """\
[core]
\tfsmonitor = TRAP
\thooksPath = hooks
\tsshCommand = TRAP
\taskPass = TRAP
\tgitProxy = TRAP
\teditor = TRAP
\tpager = TRAP
\talternateRefsCommand = TRAP
[credential]
\thelper = TRAP
[pager]
\tls-files = TRAP
[alias]
\tls-files = !TRAP
[filter "trap"]
\tclean = TRAP
\tsmudge = TRAP
\tprocess = TRAP
\trequired = true
[diff]
\texternal = TRAP
[gpg]
\tprogram = TRAP
[uploadpack]
\tpackObjectsHook = TRAP
[remote "origin"]
\turl = ext::TRAP
\tuploadpack = TRAP
\tpromisor = true
\tpartialclonefilter = tree:0
[protocol "ext"]
\tallow = always
[trace2]
\teventTarget = TRACE
\tnormalTarget = TRACE
"""
# What is lacking is had from a program.
REMOTE = """\
[extensions]
\tpartialClone = origin
[remote "origin"]
\turl = ext::TRAP
\tpromisor = true
[protocol "ext"]
\tallow = always
"""


def git(*words: str) -> bytes:
    return subprocess.run(["git", *words], check=True, capture_output=True).stdout


@pytest.fixture
def trap(folder: Path) -> Path:
    """A program that leaves the file ``sprung``."""
    (folder / ".git").rmdir()
    path = folder.parent / "trap"
    path.write_text(f'#!/bin/sh\necho "$0 $@" >> {folder.parent}/sprung\n', encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def repository(folder: Path, trap: Path) -> Path:
    """A repository whose every setting and hook is a trap."""
    git("init", "--quiet", ".")
    (folder / "support-matrix.ini").write_text(MATRIX, encoding="utf-8")
    (folder / ".gitattributes").write_text("* filter=trap diff=trap\n", encoding="utf-8")
    git("add", ".")
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "a")
    for place in ("hooks", ".git/hooks"):
        (folder / place).mkdir(exist_ok=True)
        for name in HOOKS:
            (folder / place / name).write_bytes(trap.read_bytes())
            (folder / place / name).chmod(0o755)
    with (folder / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(COMMANDS.replace("TRAP", str(trap)).replace("TRACE", f"{folder}/trace"))
    return folder


def sprung(folder: Path) -> str:
    path = folder.parent / "sprung"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def contents(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path): (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_traps_would_catch_who_asks_without_care(repository: Path) -> None:
    (repository / "support-matrix.ini").touch()
    subprocess.run(["git", "status"], check=False, capture_output=True)

    assert sprung(repository)


def test_no_setting_and_no_hook_is_run(repository: Path, cli: Command) -> None:
    (repository / "support-matrix.ini").touch()

    assert cli(".") == (0, "", "1 file clean\n")
    assert sprung(repository) == ""


def test_nothing_in_the_repository_changes(repository: Path, cli: Command) -> None:
    (repository / "support-matrix.ini").touch()
    before = contents(repository)

    assert cli(".").status == 0
    assert contents(repository) == before


def test_nothing_is_fetched_that_is_missing(folder: Path, trap: Path) -> None:
    # A sparse index names folders by their trees, and those may be had from a remote.
    git("init", "--quiet", ".")
    (folder / "deep").mkdir()
    (folder / "deep" / "support-matrix.ini").write_text(MATRIX, encoding="utf-8")
    git("add", ".")
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "a")
    tree = git("rev-parse", "HEAD:deep").decode().strip()
    git("sparse-checkout", "set", "--cone", "--sparse-index")
    (folder / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    with (folder / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(REMOTE.replace("TRAP", str(trap)))

    file_listing.list_files(".")
    ours = sprung(folder)
    subprocess.run(["git", "ls-files"], check=False, capture_output=True)

    assert (ours, bool(sprung(folder))) == ("", True)


def test_a_folder_that_looks_like_a_repository_is_none(
    folder: Path, trap: Path, cli: Command
) -> None:
    git("init", "--quiet", "--bare", "inner")
    (folder / "inner" / "support-matrix.ini").write_text(MATRIX, encoding="utf-8")
    with (folder / "inner" / "config").open("a", encoding="utf-8") as config:
        config.write(f"[core]\n\tbare = false\n\tworktree = ..\n\tfsmonitor = {trap}\n")
    (folder / "support-matrix.ini").write_text(MATRIX, encoding="utf-8")

    assert cli("inner") == (0, "", "1 file clean\n")
    assert sprung(folder) == ""


@pytest.mark.parametrize("entry", ["", ".", "bin"])
def test_a_git_of_the_folder_s_own_is_not_run(
    folder: Path, trap: Path, monkeypatch: pytest.MonkeyPatch, entry: str
) -> None:
    for place in (folder, folder / "bin"):
        place.mkdir(exist_ok=True)
        (place / "git").write_bytes(trap.read_bytes())
        (place / "git").chmod(0o755)
    (folder / "support-matrix.ini").touch()
    monkeypatch.setenv("PATH", f"{entry}{os.pathsep}/nowhere")

    assert sorted(file_listing.list_files(".").paths) == [
        "./bin/git",
        "./git",
        "./support-matrix.ini",
    ]
    assert sprung(folder) == ""


def test_a_git_that_cannot_be_run_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".git").rmdir()
    (folder / "git").write_bytes(b"\x7fELF")
    (folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))

    assert file_listing.list_files(".").paths == ["./git"]
