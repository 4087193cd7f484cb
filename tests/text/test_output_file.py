"""Outputs to devices, descriptors and pipes are written to; files are replaced."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from matrixlint.errors import ErrorDetail, FileError
from matrixlint.text.output_file import find_descriptor, write_output
from tests.conftest import ROOT, Command
from tests.parsed import CLEAN

BAD = CLEAN.replace("complete", "compelte")
RUN = f"{sys.executable} -m matrixlint --isolated -q"


@pytest.fixture
def shell(folder: Path) -> "subprocess.Popen[str] | None":
    (folder / "bad.ini").write_text(BAD, encoding="utf-8")
    return None


def run(script: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["bash", "-c", script],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


@pytest.mark.usefixtures("shell")
@pytest.mark.parametrize(
    "path", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link", "/proc/thread-self/fd/1"]
)
def test_a_log_that_is_the_standard_output_is_written_on(folder: Path, path: str) -> None:
    (folder / "link").symlink_to("/dev/stdout")
    run(f"(echo before; {RUN} --output jsonl={path} bad.ini; echo after) > log")

    before, *middle, after = (folder / "log").read_text(encoding="utf-8").splitlines()
    assert (before, after) == ("before", "after")
    assert [line[:8] for line in middle] == ['{"path":', "bad.ini:"]


@pytest.mark.usefixtures("shell")
def test_a_pipe_is_written_to() -> None:
    done = run(f"{RUN} --output jsonl=/dev/stderr bad.ini 2>&1 >/dev/null | cat")
    other = run(f"{RUN} --output jsonl=>(cat >&2) bad.ini >/dev/null; wait")

    assert done.stdout.startswith('{"path": "bad.ini"')
    assert other.stderr.startswith('{"path": "bad.ini"')


@pytest.mark.usefixtures("shell")
def test_files_are_listed_by_a_pipe() -> None:
    done = run(f"{RUN} --files-from <(echo bad.ini)")

    assert (done.returncode, done.stdout[:8], done.stderr) == (1, "bad.ini:", "")


@pytest.mark.usefixtures("shell")
def test_a_device_is_written_to_as_often_as_it_is_named(cli: Command) -> None:
    answer = cli("-q", "--output=json=/dev/null", "--output=sarif=/dev/null", "bad.ini")

    assert (answer.status, answer.err) == (1, "")


@pytest.mark.usefixtures("shell")
@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/dev/full", "no space left on device"),
        ("/dev/fd/987", "bad file descriptor"),
        ("/none/where", "no such file or directory"),
    ],
)
def test_an_error_names_the_path_as_it_was_typed(cli: Command, path: str, reason: str) -> None:
    answer = cli("-q", f"--output=json={path}", "bad.ini")

    assert answer.status == 2
    assert answer.err == f"matrixlint: error: {path}: cannot be written: {reason}\n"


@pytest.mark.usefixtures("shell")
def test_a_descriptor_of_another_process_is_written_on(folder: Path) -> None:
    run(f"exec 5>>log; echo before >&5; {RUN} --output jsonl=/proc/$$/fd/5 bad.ini; echo after >&5")

    before, report, after = (folder / "log").read_text(encoding="utf-8").splitlines()
    assert (before, report[:8], after) == ("before", '{"path":', "after")


def test_a_descriptor_of_a_process_that_is_numbered_is_written_on(tmp_path: Path) -> None:
    with (tmp_path / "log").open("ab", buffering=0) as log:
        log.write(b"one ")
        write_output(f"/proc/{os.getpid()}/fd/{log.fileno()}", b"two ", ())
        log.write(b"three")

    assert (tmp_path / "log").read_bytes() == b"one two three"


def test_a_number_that_no_descriptor_has_is_a_failure() -> None:
    with pytest.raises(FileError, match="cannot be written: bad file descriptor"):
        write_output("/dev/fd/9999999999", b"", ())


def test_a_folder_is_no_output(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        write_output(str(tmp_path), b"", ())

    assert caught.value.details == (ErrorDetail("is a folder, not a file", str(tmp_path)),)


@pytest.mark.usefixtures("shell")
@pytest.mark.parametrize("words", [("export",), ("migrate", "--to", "driver")])
@pytest.mark.parametrize("name", ["bad.ini", "link.ini"])
def test_what_is_read_is_never_replaced(
    cli: Command, folder: Path, words: tuple[str, ...], name: str
) -> None:
    (folder / "link.ini").symlink_to("bad.ini")
    (folder / "bad.ini").write_text("[targets]\ndriver-impl-a=A\n", encoding="utf-8")
    answer = cli(*words, "bad.ini", "--output", name)

    assert answer.status == 2
    message = f"{name}: is read, or another output's file; not written\n"
    assert answer.err == f"matrixlint: error: {message}"
    assert (folder / "bad.ini").read_text(encoding="utf-8") == "[targets]\ndriver-impl-a=A\n"


@pytest.mark.parametrize(
    ("path", "handle"),
    [
        ("/dev/stdin", 0),
        ("/dev/stdout", 1),
        ("/dev/../dev/stderr", 2),
        ("/dev/fd/5", 5),
        ("/proc/self/fd/12", 12),
        ("/proc/thread-self/fd/1", 1),
        # What another process has open is none of ours.
        ("/proc/77/fd/1", None),
        ("/dev/fd/5x", None),
        ("/dev/null", None),
        ("/dev/fd", None),
    ],
)
def test_paths_of_descriptors_are_known(path: str, handle: int | None) -> None:
    assert find_descriptor(path) == handle


def test_a_relative_link_to_a_descriptor_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("/dev/fd/7")

    assert find_descriptor(str(tmp_path / "a")) == 7


def test_links_in_a_circle_name_no_descriptor(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")

    assert find_descriptor(str(tmp_path / "a")) is None


def test_a_stream_that_is_closed_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)

    write_output("/dev/null", b"data", ())
