"""How fixed files are written, and what keeps the command from it."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from matrixlint.fixes import engine
from tests.cli.check.fixable import CLEAN, SAFE, Command, Put

# Runs the command, and kills it before the given step of the writing.
KILLED = """
import os, signal, sys
from matrixlint.cli import main

STEPS = sys.argv.pop(2).split(",")
step = int(sys.argv.pop(1))
seen = []

def hook(event, arguments):
    is_draft = event == "open" and ".matrixlint-" in str(arguments[0])
    if is_draft or (seen and event in ("open", *STEPS)):
        if len(seen) == step:
            os.kill(os.getpid(), signal.SIGKILL)
        seen.append(event)

sys.addaudithook(hook)
main(sys.argv[1:])
print(*seen)
"""


# The draft, its owner, attributes and mode, the file once more, the replacing, and its folder.
STEPS = [
    *("open", "open", "os.chown", "os.listxattr", "os.chmod"),
    *("open", "open", "os.rename", "open"),
]


class TestWriting:
    def test_a_file_that_cannot_be_written_is_reported_with_its_findings(
        self, cli: Command, put: Put, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = put(SAFE)
        put(SAFE, "b.ini")
        access = os.access
        monkeypatch.setattr(os, "access", lambda at, mode: "a.ini" not in at and access(at, mode))
        run = cli("--fix", "a.ini", "b.ini")

        assert run.status == 2
        assert run.out.startswith("a.ini:7:12: MX401 ")
        assert run.err.splitlines() == [
            "matrixlint: error: a.ini: cannot be written: is write-protected",
            "1 mended, 1 left; 1 failure",
        ]
        assert path.read_text() == SAFE

    def test_a_full_disk_loses_nothing(self, folder: Path, put: Put) -> None:
        path = put(SAFE + "# remark\n" * 2000)
        done = subprocess.run(
            [sys.executable, "-m", "matrixlint", "--fix", "a.ini"],
            capture_output=True,
            check=False,
            text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
        )

        assert done.returncode == 2
        assert "matrixlint: error: a.ini: cannot be written: file too large" in done.stderr
        assert path.read_text() == SAFE + "# remark\n" * 2000
        assert sorted(os.listdir(folder)) == [".git", "a.ini"]

    def killed(self, step: int) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", KILLED, str(step), ",".join(STEPS), "--fix", "a.ini"],
            capture_output=True,
            check=False,
            text=True,
        )

    @pytest.mark.parametrize("step", range(len(STEPS)))
    def test_a_killed_run_leaves_the_old_text_or_the_new(self, put: Put, step: int) -> None:
        path = put(SAFE)
        is_replaced = step > STEPS.index("os.rename")

        assert self.killed(step).returncode == -signal.SIGKILL
        assert path.read_text() == (CLEAN if is_replaced else SAFE)

    def test_the_steps_of_the_writing_are_these(self, put: Put) -> None:
        put(SAFE)

        assert self.killed(-1).stdout.split()[: len(STEPS)] == STEPS

    def test_a_file_that_changes_meanwhile_is_left_alone(
        self, cli: Command, put: Put, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = put(SAFE)
        fixed = engine.apply_fixes

        def slow(*words: Any, **settings: Any) -> engine.FixResult:
            put(CLEAN)
            return fixed(*words, **settings)

        monkeypatch.setattr("matrixlint.fixes.fix_file.apply_fixes", slow)
        run = cli("--fix", "a.ini")

        assert run.status == 2
        assert run.err.splitlines()[0] == (
            "matrixlint: error: a.ini: has changed since it was read; not written"
        )
        assert path.read_text() == CLEAN

    def test_mode_and_link_survive(self, cli: Command, put: Put, folder: Path) -> None:
        path = put(SAFE)
        path.chmod(0o640)
        (folder / "link.ini").symlink_to("a.ini")
        cli("--fix", "link.ini")

        assert (folder / "link.ini").is_symlink()
        assert path.read_text() == CLEAN
        assert path.stat().st_mode & 0o777 == 0o640

    def test_a_clean_file_is_not_touched(self, cli: Command, put: Put) -> None:
        path = put(CLEAN)
        before = path.stat()
        cli("--fix", "a.ini")
        after = path.stat()

        # A change of anything but the time of access changes the last one.
        assert (after.st_ino, after.st_ctime_ns) == (before.st_ino, before.st_ctime_ns)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["--unsafe-fixes"],
            "--unsafe-fixes speaks of --fix, --fix-only or --diff, which is missing",
        ),
        (["--fix", "--write-baseline"], "--fix and --write-baseline exclude each other"),
        (["--fix-only", "--add-ignores"], "--fix-only and --add-ignores exclude each other"),
        (
            ["--diff", "--output-format=json"],
            "--diff and --output-format exclude each other",
        ),
        (
            ["--fix", "-"],
            "--fix prints the text of the standard input; expected no other file beside '-'",
        ),
    ],
)
def test_contradictions_are_2(cli: Command, put: Put, words: list[str], message: str) -> None:
    put(SAFE)

    assert f"matrixlint: error: {message}\n" in cli(*words, "a.ini").err
    assert cli(*words, "a.ini").status == 2
