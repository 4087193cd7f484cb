"""Whatever git is told by the environment or by what a repository includes, it runs nothing."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Command
from tests.parsed import CLEAN

SEARCHED = (0, "", "1 file clean\n")


@pytest.fixture
def trap(folder: Path) -> Path:
    """A program that leaves the file ``sprung``; the folder is a repository that has changed."""
    (folder / ".git").rmdir()
    subprocess.run(["git", "init", "--quiet", "."], check=True)
    (folder / "support-matrix.ini").write_text(CLEAN, encoding="utf-8")
    subprocess.run(["git", "add", "."], check=True)
    (folder / "support-matrix.ini").touch()
    path = folder.parent / "trap"
    path.write_text(f"#!/bin/sh\ntouch {folder.parent}/sprung\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def is_sprung(trap: Path) -> bool:
    return (trap.parent / "sprung").exists()


@pytest.mark.parametrize(
    "environment",
    [
        {
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "core.fsmonitor",
            "GIT_CONFIG_VALUE_0": "TRAP",
        },
        {"GIT_CONFIG_PARAMETERS": "'core.fsmonitor=TRAP'"},
        {"GIT_CONFIG_GLOBAL": "EVIL"},
        {"GIT_CONFIG_SYSTEM": "EVIL", "GIT_CONFIG_NOSYSTEM": "0"},
        {"GIT_EXEC_PATH": "FOLDER"},
        {"GIT_PAGER": "TRAP", "PAGER": "TRAP", "GIT_EDITOR": "TRAP", "GIT_ASKPASS": "TRAP"},
        {"GIT_SSH": "TRAP", "GIT_SSH_COMMAND": "TRAP", "GIT_PROXY_COMMAND": "TRAP"},
        {"GIT_EXTERNAL_DIFF": "TRAP", "GIT_TEMPLATE_DIR": "FOLDER"},
        {"GIT_DIR": "/nowhere", "GIT_INDEX_FILE": "/nowhere", "GIT_WORK_TREE": "/"},
    ],
    ids=lambda environment: next(iter(environment)),
)
def test_no_variable_of_git_has_a_program_run(
    cli: Command, trap: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    evil = trap.parent / "evil"
    evil.write_text(f"[core]\n\tfsmonitor = {trap}\n\thooksPath = {trap.parent}\n", "utf-8")
    places = {"TRAP": str(trap), "EVIL": str(evil), "FOLDER": str(trap.parent)}
    for name, value in environment.items():
        for word, place in places.items():
            value = value.replace(word, place)  # noqa: PLW2901  each on what the last has made
        monkeypatch.setenv(name, value)

    assert cli(".") == SEARCHED
    assert not is_sprung(trap)


def test_the_trap_would_catch_who_listens_to_the_environment(
    trap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_PARAMETERS", f"'core.fsmonitor={trap}'")
    subprocess.run(["git", "status"], check=True, capture_output=True)

    assert is_sprung(trap)


@pytest.mark.parametrize("header", ["[include]", '[includeIf "gitdir:**"]'])
def test_no_file_that_the_configuration_includes_has_a_program_run(
    cli: Command, folder: Path, trap: Path, header: str
) -> None:
    (folder / "evil").write_text(f"[core]\n\tfsmonitor = {trap}\n", encoding="utf-8")
    with (folder / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(f"{header}\n\tpath = {folder}/evil\n")

    assert cli(".") == SEARCHED
    assert not is_sprung(trap)


def test_a_repository_elsewhere_that_a_file_names_has_no_program_run(
    cli: Command, folder: Path, trap: Path
) -> None:
    elsewhere = folder.parent / "elsewhere"
    os.rename(folder / ".git", elsewhere)
    (folder / ".git").write_text(f"gitdir: {elsewhere}\n", encoding="utf-8")
    with (elsewhere / "config").open("a", encoding="utf-8") as config:
        config.write(f"[core]\n\tfsmonitor = {trap}\n")

    assert cli(".") == SEARCHED
    assert not is_sprung(trap)


def test_a_repository_that_git_does_not_trust_is_a_plain_folder(
    cli: Command, folder: Path, trap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As where another user owns it: safe.directory stays git's own matter.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    (folder / ".gitignore").write_text("support-matrix.ini\n", encoding="utf-8")
    subprocess.run(["git", "rm", "--quiet", "--cached", "support-matrix.ini"], check=False)

    assert cli(".") == SEARCHED
    assert not is_sprung(trap)
