"""A machine that lacks something: a home, a language, a right, room, a stream, a process."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from tests.conftest import ROOT, Run
from tests.parsed import CLEAN

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

BAD = CLEAN.replace("X", "Ü中").replace("complete", "odd")
MISSPELT = CLEAN.replace("complete", "compelte")
REPORTED = (
    "support-matrix.ini:6:10: MX401 unknown-level: driver 'a' is 'odd'; expected complete, "
    "partial, missing or unknown\n"
)
FOUND = "found 1 error in 1 file\n"
# Root may read and write what the modes forbid, unless these are taken from it.
POWERS = "-dac_override,-dac_read_search"
PLAIN = ["setpriv", f"--bounding-set={POWERS}", f"--inh-caps={POWERS}"] if not os.geteuid() else []
FILES = 100


@pytest.fixture
def matrix_folder(folder: Path) -> Path:
    """The working directory, with a matrix."""
    (folder / "support-matrix.ini").write_text(BAD, encoding="utf-8")
    return folder


def run(*words: str, **environment: str) -> Run:
    """Run the command with no more rights than the modes give, and no more than *environment*."""
    done = subprocess.run(
        [*PLAIN, sys.executable, "-m", "matrixlint", *words],
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], **environment},
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.usefixtures("matrix_folder")
@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"HOME": "/nowhere"},
        {"LANG": "C", "LC_ALL": "C"},
        {"LC_ALL": "nonsense", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"TERM": "dumb", "COLUMNS": "0"},
    ],
)
def test_no_environment_changes_the_answer(environment: dict[str, str]) -> None:
    assert run(".", **environment) == (1, REPORTED, FOUND)


def test_a_user_without_rights_lints_what_he_may_read(matrix_folder: Path) -> None:
    secret = matrix_folder / "secret.ini"
    secret.write_text(CLEAN, encoding="utf-8")
    secret.chmod(0o000)

    found = run("support-matrix.ini", "secret.ini")

    message = "matrixlint: error: secret.ini: cannot be read: permission denied\n"
    assert found == (2, REPORTED, message + "found 1 error in 1 file; 1 failure\n")


def test_a_working_directory_that_is_write_protected_is_linted(matrix_folder: Path) -> None:
    matrix_folder.chmod(0o555)
    try:
        found = run(".")
        lost = run("--output=json=report.json", ".")
    finally:
        matrix_folder.chmod(0o755)

    assert found == (1, REPORTED, FOUND)
    assert (lost.status, lost.out) == (2, REPORTED)
    assert "report.json: cannot be written: permission denied" in lost.err
    assert not (matrix_folder / "report.json").exists()


@pytest.mark.usefixtures("matrix_folder")
def test_a_full_disk_is_reported_where_a_report_was_to_be() -> None:
    # A limit of the size of files does to a report what a full disk does.
    command = f"ulimit -f 1; exec {sys.executable} -m matrixlint --output=sarif=big.sarif ."
    before = os.listdir()
    # What Python would keep of our modules would be cut off, too.
    environment = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, check=False, env=environment
    )

    assert (done.returncode, done.stdout.decode()) == (2, REPORTED)
    assert b"big.sarif: cannot be written: file too large" in done.stderr
    assert os.listdir() == before


@pytest.mark.usefixtures("matrix_folder")
@pytest.mark.parametrize(
    ("streams", "status", "received"),
    [
        (">&-", 2, "matrixlint: error: there is no standard output\n"),
        (">/dev/full", 2, "matrixlint: error: standard output cannot be written: no space left"),
        ("2>&-", 1, REPORTED),
        ("2>/dev/full", 1, REPORTED),
        (">&- 2>&-", 2, ""),
        ("<&-", 1, REPORTED),
    ],
)
def test_a_stream_that_is_closed_or_full(streams: str, status: int, received: str) -> None:
    command = f"{sys.executable} -m matrixlint . {streams}"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, check=False, env={"PYTHONPATH": str(ROOT)}
    )

    assert done.returncode == status
    assert (done.stdout + done.stderr).decode().startswith(received)
    assert b"Traceback" not in done.stderr


def test_a_process_that_is_killed_costs_its_files_alone(matrix_folder: Path) -> None:
    # The rule of a plugin kills whoever lints the second of three files.
    script = (
        "import os, signal\nfrom matrixlint.cli import main\n"
        "from matrixlint.linter import runner\nfirst = os.getpid()\n"
        "whole = runner.lint_target\n"
        "def linted(target):\n"
        "    if target.path == 'b.ini' and os.getpid() != first:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return whole(target)\n"
        "runner.lint_target = linted\n"
        "raise SystemExit(main(['--jobs=2', 'a.ini', 'b.ini', 'c.ini']))\n"
    )
    for name in ("a.ini", "b.ini", "c.ini"):
        (matrix_folder / name).write_text(CLEAN, encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
        env={"PYTHONPATH": str(ROOT)},
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert "b.ini: was not linted: a process ended unexpectedly\n" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("delay", [at / 100 for at in range(0, 60, 4)])
def test_ctrl_c_at_any_moment_leaves_no_half_a_file(folder: Path, delay: float) -> None:
    texts = {MISSPELT, MISSPELT.replace("compelte", "complete")}
    for at in range(FILES):
        (folder / f"support-matrix-{at}.ini").write_text(MISSPELT, encoding="utf-8")
    before = set(os.listdir())
    words = ("--fix", "--unsafe-fixes", "--output=json=report.json", ".")
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout
        process.stdout.readline()
        sleep(delay)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)

    # It may have come to its end before.
    assert process.returncode in (0, 130)
    assert b"Traceback" not in err
    assert set(os.listdir()) - before <= {"report.json"}
    assert {path.read_text(encoding="utf-8") for path in folder.glob("*.ini")} <= texts


# The command prints a line once it handles Ctrl-C itself, so that the test does not race with
# Python's start. Where the tests run in the background, Ctrl-C is ignored: it is put back.
INTERRUPTIBLE = """
import signal
import matrixlint.__main__ as command
run = command.main
def main():
    print(flush=True)
    return run()
signal.signal(signal.SIGINT, signal.default_int_handler)
command.main = main
command.process()
"""
# A line is printed as soon as Python can handle Ctrl-C, before anything of ours is imported.
STARTED = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
print(flush=True)
runpy.run_module("matrixlint", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize("delay", [at / 1000 for at in range(0, 120, 8)])
def test_ctrl_c_from_the_first_moment_on_ends_the_run(folder: Path, delay: float) -> None:
    (folder / "support-matrix.ini").write_text(MISSPELT, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", STARTED, "--fix", "--unsafe-fixes", "."],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        process.stdout.readline()
        sleep(delay)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)

    # Before the command begins, Python reports the end.
    assert process.returncode in (0, 1, 130, -signal.SIGINT)
    assert b"matrixlint/cli" not in err
    assert sorted(os.listdir()) == [".git", "support-matrix.ini"]
