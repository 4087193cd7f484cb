"""Files written as a whole or not at all, with the permissions and attributes that they had."""

import os
import stat
from contextlib import suppress

from matrixlint.errors import ErrorDetail, FileError
from matrixlint.text.files import format_path, read_file
from matrixlint.text.project_root import find_outside

# What the kernel, not the owner, decides on: a copy gets its own.
_OF_THE_SYSTEM = ("security.", "trusted.")


def write_atomically(path: str, data: bytes, old: bytes | None, root: str | None = None) -> None:
    """
    Make *data* what the file at *path* holds.

    *old* is what it held when it was read, None if it did not exist. A link goes on pointing to
    the file, which keeps its mode, group, access control list and extended attributes. FileError
    is raised, and the file left alone, if it has changed since, cannot be written, is
    write-protected, has other hard links, or lies outside of *root*, if that is given.
    """
    place = os.path.realpath(path)
    outside = find_outside(path, root) if root is not None else None
    if outside is not None:
        message = f"is a link that leads out of the project, to {outside!r}; not written"
        raise FileError(ErrorDetail(message, format_path(path)))
    try:
        _refuse_changed(place, path, old)
        if data != old:
            _refuse_protected(place, path, old)
            _replace(place, data, path, old)
    except OSError as error:
        reason = f"cannot be written: {error.strerror}".lower()
        raise FileError(ErrorDetail(reason, format_path(path))) from error


def _refuse_changed(place: str, path: str, old: bytes | None) -> None:
    held = read_file(path) if os.path.lexists(place) else None
    if held != old:
        raise FileError(
            ErrorDetail("has changed since it was read; not written", format_path(path))
        )


def _refuse_protected(place: str, path: str, old: bytes | None) -> None:
    if old is None:
        return
    # A folder that may be written to would let a protected file be replaced all the same.
    if not os.access(place, os.W_OK):
        raise FileError(ErrorDetail("cannot be written: is write-protected", format_path(path)))
    if os.stat(place).st_nlink > 1:
        # To replace the file would part it from its other names, and to write in place could
        # leave half a file.
        message = "cannot be written: has other hard links, which would keep the old text"
        raise FileError(ErrorDetail(message, format_path(path)))


def _replace(place: str, data: bytes, path: str, old: bytes | None) -> None:
    while True:
        # The name is random, so that no draft of a run that was killed is in the way, and short,
        # so that it fits where the file's own name does.
        temporary = os.path.join(os.path.dirname(place), f".matrixlint-{os.urandom(6).hex()}.tmp")
        try:
            _write_temporary(temporary, data, place if old is not None else None)
            _refuse_changed(place, path, old)
            os.replace(temporary, place)
        except FileExistsError:
            continue
        except BaseException:
            with suppress(OSError):
                os.remove(temporary)
            raise
        _sync(os.path.dirname(place))
        return


def _write_temporary(temporary: str, data: bytes, model: str | None) -> None:
    """Write *data* into the new file *temporary*, with the attributes of the file *model*."""
    # Until it has these, nobody else may read it.
    mode = 0o666 if model is None else 0o600
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        if model is not None:
            _copy_attributes(model, handle)
        os.fsync(handle)


def _copy_attributes(place: str, handle: int) -> None:
    """Give the file open as *handle* what the one at *place* has: group, attributes, mode."""
    if not hasattr(os, "fchown"):
        # Windows has neither groups nor modes.
        return
    found = os.stat(place)
    mode = stat.S_IMODE(found.st_mode)
    try:
        # Only root may give files away, and then must.
        os.fchown(handle, found.st_uid, found.st_gid)
    except PermissionError:
        try:
            os.fchown(handle, -1, found.st_gid)
        except PermissionError:
            # What the old group might do, another one may not.
            mode &= ~stat.S_IRWXG
    # An access control list is one of them. Python knows them on Linux.
    for name in os.listxattr(place) if hasattr(os, "listxattr") else ():
        if not name.startswith(_OF_THE_SYSTEM):
            os.setxattr(handle, name, os.getxattr(place, name))
    os.fchmod(handle, mode)


def _sync(folder: str) -> None:
    """Have the disk know the new entry of *folder*, if folders can be synchronized."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
