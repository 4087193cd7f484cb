"""Files are written whole or not at all."""

import os
import stat
import struct
from pathlib import Path

import pytest

from matrixlint.errors import FileError
from matrixlint.text import atomic_write
from matrixlint.text.atomic_write import write_atomically


def only(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def failure(path: Path, data: bytes, old: bytes | None) -> str:
    with pytest.raises(FileError) as caught:
        write_atomically(str(path), data, old)
    (detail,) = caught.value.details
    assert detail.path == os.path.relpath(path)
    return detail.message


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.ini"
    path.write_bytes(b"old\r\n")
    return path


def test_a_file_is_replaced_and_nothing_is_left_beside_it(file: Path) -> None:
    write_atomically(str(file), b"new\r\n", b"old\r\n")

    assert file.read_bytes() == b"new\r\n"
    assert only(file.parent) == ["a.ini"]


def test_a_file_that_is_not_there_is_made(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_atomically(str(tmp_path / "new"), b"data", None)
    finally:
        os.umask(mask)

    assert (tmp_path / "new").read_bytes() == b"data"
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o755, 0o664])
def test_the_mode_is_kept(file: Path, mode: int) -> None:
    file.chmod(mode)
    write_atomically(str(file), b"new", b"old\r\n")

    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_link_goes_on_pointing_to_the_file(file: Path) -> None:
    (file.parent / "sub").mkdir()
    link = file.parent / "sub" / "link"
    link.symlink_to("../a.ini")
    write_atomically(str(link), b"new", b"old\r\n")

    assert os.readlink(link) == "../a.ini"
    assert file.read_bytes() == b"new"
    assert only(link.parent) == ["link"]


def test_what_is_there_already_is_not_written(file: Path) -> None:
    before = file.stat()
    write_atomically(str(file), b"old\r\n", b"old\r\n")

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


def test_a_folder_that_is_not_there_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "none" / "a.ini"

    assert failure(path, b"new", None) == "cannot be written: no such file or directory"


def test_another_group_gets_no_rights_where_the_group_cannot_be_kept(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.chmod(0o664)

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "fchown", refuse)
    write_atomically(str(file), b"new", b"old\r\n")

    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o604


def test_a_folder_that_cannot_be_settled_is_no_failure(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def refuse(path: str, flags: int, mode: int = 0o777) -> int:
        if os.path.isdir(path):
            raise PermissionError
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    write_atomically(str(file), b"new", b"old\r\n")

    assert file.read_bytes() == b"new"


def test_a_draft_of_a_run_that_was_killed_is_not_in_the_way(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter([b"theirs", b"theirs", b"ours"])
    monkeypatch.setattr(os, "urandom", lambda _: next(names))
    (file.parent / f".matrixlint-{b'theirs'.hex()}.tmp").write_bytes(b"theirs")

    write_atomically(str(file), b"new", b"old\r\n")

    assert file.read_bytes() == b"new"
    assert only(file.parent) == [f".matrixlint-{b'theirs'.hex()}.tmp", "a.ini"]


def test_a_draft_is_never_more_readable_than_the_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.chmod(0o600)
    modes: list[int] = []
    synchronize = os.fsync

    def look(handle: int) -> None:
        modes.append(stat.S_IMODE(os.fstat(handle).st_mode))
        synchronize(handle)

    copy = atomic_write._copy_attributes  # noqa: SLF001  the moment before it is what is looked at
    monkeypatch.setattr(os, "fsync", look)

    def look_and_copy(place: str, handle: int) -> None:
        look(handle)
        copy(place, handle)

    monkeypatch.setattr(atomic_write, "_copy_attributes", look_and_copy)
    write_atomically(str(file), b"new", b"old\r\n")

    assert modes[:2] == [0o600, 0o600]


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 251 + ".ini")
    path.write_bytes(b"old")
    write_atomically(str(path), b"new", b"old")

    assert path.read_bytes() == b"new"


def test_a_file_with_another_hard_link_is_left_alone(file: Path) -> None:
    other = file.parent / "other"
    os.link(file, other)
    message = "cannot be written: has other hard links, which would keep the old text"

    assert failure(file, b"new", b"old\r\n") == message
    assert (file.read_bytes(), other.read_bytes()) == (b"old\r\n", b"old\r\n")


def test_extended_attributes_are_kept(file: Path) -> None:
    try:
        os.setxattr(file, "user.origin", b"nova")
    except OSError:
        pytest.skip("the file system has no extended attributes")
    write_atomically(str(file), b"new", b"old\r\n")

    assert os.getxattr(file, "user.origin") == b"nova"


def test_an_access_control_list_is_kept(file: Path) -> None:
    # Version 2; then tag, permissions and id of each entry: the owner, a user, the group, the
    # mask, and others.
    entries = ((1, 6, -1), (2, 4, 4001), (4, 4, -1), (16, 6, -1), (32, 0, -1))
    acl = struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in entries)
    try:
        os.setxattr(file, "system.posix_acl_access", acl)
    except OSError:
        pytest.skip("the file system has no access control lists")
    mode = file.stat().st_mode
    write_atomically(str(file), b"new", b"old\r\n")

    assert os.getxattr(file, "system.posix_acl_access") == acl
    assert file.stat().st_mode == mode


def test_attributes_of_the_system_are_the_system_s(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(os, "listxattr", lambda _: ["security.selinux", "user.a"])
    monkeypatch.setattr(os, "getxattr", lambda *_: b"")
    monkeypatch.setattr(os, "setxattr", lambda _handle, name, _value: copied.append(name))
    write_atomically(str(file), b"new", b"old\r\n")

    assert copied == ["user.a"]


def test_the_group_is_kept_where_the_owner_cannot_be(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []

    def refuse_owner(_: int, owner: int, group: int) -> None:
        asked.append((owner, group))
        if owner != -1:
            raise PermissionError

    file.chmod(0o664)
    found = file.stat()
    monkeypatch.setattr(os, "fchown", refuse_owner)
    write_atomically(str(file), b"new", b"old\r\n")

    assert asked == [(found.st_uid, found.st_gid), (-1, found.st_gid)]
    assert stat.S_IMODE(file.stat().st_mode) == 0o664


@pytest.mark.parametrize("name", ["fchown", "listxattr"])
def test_a_system_that_misses_a_function_is_written_on(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delattr(os, name)
    write_atomically(str(file), b"new", b"old\r\n")

    assert file.read_bytes() == b"new"


def test_a_file_that_changes_while_it_is_written_is_left_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synchronize = os.fsync

    def change(handle: int) -> None:
        synchronize(handle)
        file.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", change)

    assert failure(file, b"new", b"old\r\n") == "has changed since it was read; not written"
    assert file.read_bytes() == b"theirs"
    assert only(file.parent) == ["a.ini"]


def test_a_link_out_of_the_root_is_refused(file: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    link = root / "link.ini"
    link.symlink_to(file)
    with pytest.raises(FileError, match="is a link that leads out of the project") as caught:
        write_atomically(str(link), b"new", b"old\r\n", str(root))

    assert repr(str(file)) in caught.value.details[0].message
    assert file.read_bytes() == b"old\r\n"
