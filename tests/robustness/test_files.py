"""Files that change, vanish or lead nowhere while they are linted: told, and the others go on."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from matrixlint.text import files
from tests.conftest import Command, Run
from tests.parsed import CLEAN

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

CLEAN_1 = "1 file clean; 1 failure\n"


@pytest.fixture(autouse=True)
def good(folder: Path) -> Path:
    """A matrix that goes on being linted, whatever becomes of others."""
    path = folder / "good.ini"
    path.write_text(CLEAN, encoding="utf-8")
    return path


@pytest.mark.parametrize("target", ["odd.ini", "other.ini"])
def test_links_in_a_circle_are_reported(cli: Command, folder: Path, target: str) -> None:
    (folder / "odd.ini").symlink_to(target)
    (folder / "other.ini").symlink_to("odd.ini")
    message = "matrixlint: error: odd.ini: cannot be read: too many levels of symbolic links\n"

    assert cli("odd.ini", "good.ini") == (2, "", message + CLEAN_1)


def test_a_folder_in_a_circle_is_looked_into_once(cli: Command, folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "support-matrix.ini").write_text(CLEAN, encoding="utf-8")
    (folder / "deep" / "loop").symlink_to(folder, target_is_directory=True)

    assert cli(".") == (0, "", "1 file clean\n")


def vanish(path: Path) -> None:
    path.unlink()


def shrink(path: Path) -> None:
    path.write_bytes(b"")


def become_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


FAILED = "matrixlint: error: odd.ini: {}\n" + CLEAN_1
OF_NOTHING = Run(
    1,
    "odd.ini:1:1: MX101 no-drivers: no driver is declared; expected 'driver-impl-NAME' in "
    "[targets], [driver.NAME], [target.NAME] or 'backend-impl-NAME' in [backends]\n",
    "found 1 error in 1 of 2 files\n",
)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (vanish, Run(2, "", FAILED.format("no such file or folder; did you mean 'good.ini'?"))),
        (become_a_folder, Run(2, "", FAILED.format("cannot be read: is a directory"))),
        (shrink, OF_NOTHING),
    ],
)
def test_a_file_that_changes_before_it_is_opened(
    cli: Command, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None], expected: Run
) -> None:
    odd = Path("odd.ini")
    odd.write_text(CLEAN, encoding="utf-8")
    looked = files.is_folder

    def late(path: str) -> bool:
        found = looked(path)
        looks.append(path)
        if looks.count("odd.ini") == 1:
            change(odd)
        return found

    looks: list[str] = []
    monkeypatch.setattr(files, "is_folder", late)

    assert cli("odd.ini", "good.ini") == expected


def test_a_file_that_goes_on_growing_is_read_as_it_was(folder: Path) -> None:
    # Somebody appends to it all the time; what is read has an end.
    script = "import sys, time\nwith open('odd.ini', 'ab', 0) as f:\n"
    script += "    while True: f.write(b'# one more\\n' * 1000); time.sleep(0.0001)\n"
    (folder / "odd.ini").write_text(CLEAN, encoding="utf-8")
    with subprocess.Popen([sys.executable, "-c", script]) as writer:
        try:
            done = subprocess.run(
                [sys.executable, "-m", "matrixlint", "odd.ini"],
                capture_output=True,
                check=False,
                timeout=60,
            )
        finally:
            writer.kill()

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"1 file clean\n")


def test_what_is_written_while_a_file_is_read_is_not_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = os.fstat

    def slow(handle: int) -> os.stat_result:
        found = asked(handle)
        with (folder / "good.ini").open("a", encoding="utf-8") as writer:
            writer.write("one more\n")
        return found

    monkeypatch.setattr(os, "fstat", slow)

    assert files.read_file("good.ini") == CLEAN.encode()
    assert (folder / "good.ini").read_text(encoding="utf-8") == f"{CLEAN}one more\n"


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="the system has no /proc")
def test_a_file_of_the_system_that_claims_to_be_empty_is_read_as_empty() -> None:
    assert files.read_file("/proc/self/status") == b""


def test_thousands_of_files_are_linted(cli: Command, folder: Path) -> None:
    for at in range(30):
        (folder / f"d{at}").mkdir()
        for number in range(100):
            path = folder / f"d{at}" / f"support-matrix-{number}.ini"
            path.write_text(CLEAN, encoding="utf-8")

    assert cli(".") == (0, "", "all 3000 files clean\n")


def test_ten_thousand_names_of_nothing_are_reported(cli: Command) -> None:
    paths = "".join(f"lost{at}.ini\n" for at in range(10_000))

    run = cli("--files-from", "-", "good.ini", stdin=paths.encode())

    assert (run.status, run.out, run.err.count("\n")) == (2, "", 10_001)
    assert run.err.endswith("1 file clean; 10000 failures\n")
