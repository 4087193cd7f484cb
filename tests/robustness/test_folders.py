"""Folders that hold what cannot be linted: told by name, and the rest is linted."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Command, Run
from tests.parsed import CLEAN
from tests.robustness.test_machine import run

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

ODD = "odd-support-matrix.ini"


@pytest.fixture(autouse=True)
def good(folder: Path) -> Path:
    """A matrix that goes on being linted, whatever lies beside it."""
    path = folder / "support-matrix.ini"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def reported(reason: str, name: str = ODD) -> Run:
    return Run(2, "", f"matrixlint: error: {name}: {reason}\n1 file clean; 1 failure\n")


def test_a_pipe_in_a_folder_is_not_waited_for(cli: Command, folder: Path) -> None:
    os.mkfifo(folder / ODD)

    assert cli(".") == reported("is a pipe, not a regular file")


def test_a_socket_and_a_device_in_a_folder_are_reported(cli: Command, folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(ODD)

        assert cli(".") == reported("is a device or socket, not a regular file")
    (folder / ODD).unlink()
    (folder / ODD).symlink_to("/dev/zero")

    assert cli(ODD, "support-matrix.ini") == reported("is a device or socket, not a regular file")


@pytest.mark.parametrize("words", [("--config", "pipe"), ("--baseline", "pipe")])
def test_no_file_of_settings_is_a_pipe_that_is_waited_for(
    cli: Command, folder: Path, words: tuple[str, ...]
) -> None:
    os.mkfifo(folder / "pipe")

    found = cli(*words, "support-matrix.ini")

    assert (found.status, found.out) == (2, "")
    assert found.err.startswith("matrixlint: error: pipe: is a pipe, not a regular file\n")


def make_repository(folder: Path) -> None:
    (folder / ".git").rmdir()
    subprocess.run(["git", "init", "--quiet", "."], check=True)


def leave_plain(folder: Path) -> None:
    """A folder that git is asked about in vain."""
    (folder / ".git").rmdir()


@pytest.mark.parametrize(
    ("make", "place", "reason"),
    [
        (leave_plain, "shut", "cannot be looked into: permission denied"),
        (make_repository, ".", "a folder in it cannot be looked into: 'shut/': Permission denied"),
    ],
)
def test_a_folder_without_permission_is_reported(
    folder: Path, make: Callable[[Path], None], place: str, reason: str
) -> None:
    # Root, whom tests may run as, gives up the powers that no mode holds against.
    make(folder)
    shut = folder / "shut"
    shut.mkdir()
    shut.chmod(0o000)
    try:
        found = run(".")
    finally:
        shut.chmod(0o755)

    assert found == reported(reason, place)


def test_ctrl_c_reaches_the_run_whose_processes_lint(folder: Path) -> None:
    for at in range(200):
        (folder / f"support-matrix-{at}.ini").write_text(CLEAN, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", GROUP],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        out, err = process.communicate(timeout=60)

    assert (process.returncode, out, err) == (130, b"", b"")


# The terminal sends Ctrl-C to all processes of the group: the first file that is done sends it.
GROUP = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from matrixlint.cli import main
from matrixlint.linter import runner
whole = runner.lint_target
def linted(target):
    if target.path.endswith('-100.ini'):
        os.killpg(0, signal.SIGINT)
    return whole(target)
runner.lint_target = linted
sys.exit(main(['--jobs=2', '.']))
"""
