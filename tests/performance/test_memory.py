"""What a run holds in memory: files that are linted are forgotten."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.parsed import CLEAN, FEATURE

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

FILE = CLEAN + "".join(
    FEATURE.replace("x]", f"x{number}]").replace("X", f"Number {number}") for number in range(500)
)
MOST = 16 << 10


def peak(folder: Path, files: int) -> int:
    """Return the most memory (KiB) that a run on so many files takes."""
    names = [f"{number}.ini" for number in range(files)]
    for name in names:
        (folder / name).write_text(FILE, encoding="utf-8")
    child = subprocess.Popen(
        [sys.executable, "-m", "matrixlint", "--isolated", *names],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0
    return usage.ru_maxrss


def test_many_files_take_little_more_memory_than_one(folder: Path) -> None:
    assert peak(folder, 100) - peak(folder, 1) < MOST
