"""Atomic writing of files, which keeps their permissions and attributes."""

import os
import stat
from contextlib import suppress

from matrixlint.errors import ErrorDetail, FileError
from matrixlint.text.files import format_path, read_file
from matrixlint.text.project_root import find_outside

# Attributes that the kernel sets, not the owner: a copy gets its own.
_SYSTEM_ATTRIBUTES = ("security.", "trusted.")


def write_atomically(path: str, data: bytes, old: bytes | None, root: str | None = None) -> None:
    """
    Replace the content of the file at *path* with *data*.

    *old* is its content when it was read, None if it did not exist. A symbolic link keeps
    pointing to the file, which keeps its mode, group, access control list and extended
    attributes. Raise FileError, and leave the file unchanged, if it has changed since, cannot be
    written, is write-protected, has other hard links, or is outside of *root*, if that is given.
    """
    real_path = os.path.realpath(path)
    outside = find_outside(path, root) if root is not None else None
    if outside is not None:
        message = f"is a link that leads out of the project, to {outside!r}; not written"
        raise FileError(ErrorDetail(message, format_path(path)))
    try:
        _require_unchanged(real_path, path, old)
        if data != old:
            _require_writable(real_path, path, old)
            _replace(real_path, data, path, old)
    except OSError as error:
        reason = f"cannot be written: {error.strerror}".lower()
        raise FileError(ErrorDetail(reason, format_path(path))) from error


def _require_unchanged(real_path: str, path: str, old: bytes | None) -> None:
    """Raise FileError if the content of the file is not *old* any more."""
    current = read_file(path) if os.path.lexists(real_path) else None
    if current != old:
        raise FileError(
            ErrorDetail("has changed since it was read; not written", format_path(path))
        )


def _require_writable(real_path: str, path: str, old: bytes | None) -> None:
    """Raise FileError if the file is write-protected or has other hard links."""
    if old is None:
        return
    # In a writable folder, even a write-protected file could be replaced.
    if not os.access(real_path, os.W_OK):
        raise FileError(ErrorDetail("cannot be written: is write-protected", format_path(path)))
    if os.stat(real_path).st_nlink > 1:
        # Replacing the file would separate it from its other names, and writing in place could
        # leave half a file.
        message = "cannot be written: has other hard links, which would keep the old text"
        raise FileError(ErrorDetail(message, format_path(path)))


def _replace(real_path: str, data: bytes, path: str, old: bytes | None) -> None:
    folder = os.path.dirname(real_path)
    while True:
        # The name is random, so that it does not clash with a file that a killed run left, and
        # short, so that it is not too long where the file's own name is not.
        temporary = os.path.join(folder, f".matrixlint-{os.urandom(6).hex()}.tmp")
        try:
            _write_temporary(temporary, data, real_path if old is not None else None)
            _require_unchanged(real_path, path, old)
            os.replace(temporary, real_path)
        except FileExistsError:
            continue
        except BaseException:
            with suppress(OSError):
                os.remove(temporary)
            raise
        _sync(folder)
        return


def _write_temporary(temporary: str, data: bytes, model: str | None) -> None:
    """Write *data* to the new file *temporary*, with *model*'s attributes."""
    # Nobody else may read it until it has these.
    mode = 0o666 if model is None else 0o600
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        if model is not None:
            _copy_attributes(model, handle)
        os.fsync(handle)


def _copy_attributes(source: str, handle: int) -> None:
    """Copy owner, group, mode and attributes of *source* to *handle*."""
    if not hasattr(os, "fchown"):
        # Windows has neither groups nor modes.
        return
    status = os.stat(source)
    mode = stat.S_IMODE(status.st_mode)
    try:
        # Only root may change the owner, and has to, so that the owner stays the same.
        os.fchown(handle, status.st_uid, status.st_gid)
    except PermissionError:
        try:
            os.fchown(handle, -1, status.st_gid)
        except PermissionError:
            # The permissions of the old group are not for another one.
            mode &= ~stat.S_IRWXG
    # Access control lists are among them. Python supports them on Linux only.
    for name in os.listxattr(source) if hasattr(os, "listxattr") else ():
        if not name.startswith(_SYSTEM_ATTRIBUTES):
            os.setxattr(handle, name, os.getxattr(source, name))
    os.fchmod(handle, mode)


def _sync(folder: str) -> None:
    """Flush the entries of *folder* to disk, if the system can do that for folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
