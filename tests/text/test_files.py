"""Files are read whole, and what is none is told."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from matrixlint.errors import ErrorDetail, FileError
from matrixlint.text.files import format_path, is_folder, read_file


def detail(act: Callable[[str], object], path: str) -> ErrorDetail:
    with pytest.raises(FileError) as caught:
        act(path)
    (found,) = caught.value.details
    return found


def test_a_file_is_read_as_bytes(folder: Path) -> None:
    (folder / "a").write_bytes(b"\xff\r\n\0")

    assert read_file("a") == b"\xff\r\n\0"
    assert not is_folder("a")


def test_a_link_to_a_file_is_read(folder: Path) -> None:
    (folder / "a").write_bytes(b"x")
    (folder / "b").symlink_to("a")

    assert read_file("b") == b"x"


def test_a_folder_is_reported_apart(folder: Path) -> None:
    (folder / "doc").mkdir()

    assert is_folder("doc")
    assert detail(read_file, "doc") == ErrorDetail("is a folder, not a file", "doc")


@pytest.mark.parametrize("act", [read_file, is_folder])
def test_a_missing_file_is_reported_with_what_was_meant(
    folder: Path, act: Callable[[str], object]
) -> None:
    (folder / "doc").mkdir()
    (folder / "doc" / "support-matrix.ini").touch()

    assert detail(act, "doc/suport-matrix.ini") == ErrorDetail(
        "no such file or folder; did you mean 'doc/support-matrix.ini'?", "doc/suport-matrix.ini"
    )
    assert detail(act, "doc/x").message == "no such file or folder"
    assert detail(act, "dok/x").message == "no such file or folder"


def test_an_empty_path_is_no_file(folder: Path) -> None:
    assert folder.exists()
    assert detail(read_file, "") == ErrorDetail("no such file or folder", "''")


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe")

    assert detail(read_file, "pipe") == ErrorDetail("is a pipe, not a regular file", "pipe")


def test_a_device_and_a_socket_are_no_files(folder: Path) -> None:
    (folder / "null").symlink_to("/dev/null")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("listening")

        assert detail(read_file, "listening").message == "is a device or socket, not a regular file"
    assert detail(read_file, "null").message == "is a device or socket, not a regular file"


def test_a_path_that_no_system_takes_is_reported(folder: Path) -> None:
    (folder / "a").touch()

    assert detail(read_file, "a\0b") == ErrorDetail("cannot be read: null byte in the path", "a\0b")
    assert detail(read_file, "a" * 999).message == "cannot be read: file name too long"
    assert detail(read_file, "a/b").message == "cannot be read: not a directory"


def test_a_file_that_may_not_be_read_is_reported(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The tests may run as a user who may read everything.
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (folder / "a").touch()
    monkeypatch.setattr(os, "open", refuse)

    assert detail(read_file, "a") == ErrorDetail("cannot be read: permission denied", "a")


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a.ini", "a.ini"), ("./doc/../a.ini", "a.ini"), ("..", ".."), ("doc//a", "doc/a")],
)
def test_paths_are_reported_from_the_working_directory(
    folder: Path, path: str, expected: str
) -> None:
    assert format_path(path) == expected
    assert format_path(str(folder / path)) == expected


def test_a_folder_that_takes_the_place_of_a_file_is_no_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a").touch()
    found = os.stat(folder)
    monkeypatch.setattr(os, "fstat", lambda _: found)

    assert detail(read_file, "a") == ErrorDetail("is a folder, not a file", "a")


def test_a_file_that_does_not_fit_into_memory_is_a_failure(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a").touch()

    def refuse(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("builtins.open", refuse)

    assert detail(read_file, "a") == ErrorDetail("cannot be read: it does not fit into memory", "a")
