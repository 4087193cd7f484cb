"""Files are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from matrixlint.error import FileError
from matrixlint.writing import write


def only(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def failure(path: Path, data: bytes, old: bytes | None) -> str:
    with pytest.raises(FileError) as caught:
        write(str(path), data, old)
    (trouble,) = caught.value.troubles
    assert trouble.path == os.path.relpath(path)
    return trouble.message


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.ini"
    path.write_bytes(b"old\r\n")
    return path


def test_a_file_is_replaced_and_nothing_is_left_beside_it(file: Path) -> None:
    write(str(file), b"new\r\n", b"old\r\n")

    assert file.read_bytes() == b"new\r\n"
    assert only(file.parent) == ["a.ini"]


def test_a_file_that_is_not_there_is_made(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write(str(tmp_path / "new"), b"data", None)
    finally:
        os.umask(mask)

    assert (tmp_path / "new").read_bytes() == b"data"
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o755, 0o664])
def test_the_mode_is_kept(file: Path, mode: int) -> None:
    file.chmod(mode)
    write(str(file), b"new", b"old\r\n")

    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_link_goes_on_pointing_to_the_file(file: Path) -> None:
    (file.parent / "sub").mkdir()
    link = file.parent / "sub" / "link"
    link.symlink_to("../a.ini")
    write(str(link), b"new", b"old\r\n")

    assert os.readlink(link) == "../a.ini"
    assert file.read_bytes() == b"new"
    assert only(link.parent) == ["link"]


def test_what_is_there_already_is_not_written(file: Path) -> None:
    before = file.stat()
    write(str(file), b"old\r\n", b"old\r\n")

    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("old", [b"older", None])
def test_a_file_that_has_changed_is_left_alone(file: Path, old: bytes | None) -> None:
    message = "has changed since it was read; not written"

    assert failure(file, b"new", old) == message
    assert file.read_bytes() == b"old\r\n"
    file.unlink()
    assert failure(file, b"new", b"old\r\n") == message
    assert only(file.parent) == []


def test_a_file_that_is_write_protected_is_left_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root, whom tests may run as, is refused nothing.
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)

    assert failure(file, b"new", b"old\r\n") == "cannot be written: is write-protected"
    assert file.read_bytes() == b"old\r\n"


@pytest.mark.parametrize("step", ["fsync", "replace", "fchmod"])
def test_nothing_is_lost_where_a_step_fails(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)

    assert failure(file, b"new", b"old\r\n") == "cannot be written: no space left on device"
    assert file.read_bytes() == b"old\r\n"
    assert only(file.parent) == ["a.ini"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "none" / "a.ini"

    assert failure(path, b"new", None) == "cannot be written: no such file or directory"


def test_who_may_not_give_files_away_writes_all_the_same(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "fchown", refuse)
    write(str(file), b"new", b"old\r\n")

    assert file.read_bytes() == b"new"


def test_a_folder_that_cannot_be_settled_is_no_failure(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def refuse(path: str, flags: int, mode: int = 0o777) -> int:
        if os.path.isdir(path):
            raise PermissionError
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    write(str(file), b"new", b"old\r\n")

    assert file.read_bytes() == b"new"


def test_a_draft_of_somebody_else_is_left_alone(file: Path) -> None:
    draft = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    draft.write_bytes(b"theirs")

    with pytest.raises(FileError, match="cannot be written: file exists"):
        write(str(file), b"new", file.read_bytes())

    assert draft.read_bytes() == b"theirs"
