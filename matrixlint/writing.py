"""Files written as a whole or not at all."""

import os
from contextlib import suppress

from matrixlint.error import FileError, Trouble
from matrixlint.file import reported


def write(path: str, data: bytes, old: bytes | None) -> None:
    """
    Make *data* what the file at *path* holds.

    *old* is what it held when it was read, None where there was none: a file that has
    changed since is left alone, and FileError raised, as where it cannot be written. A
    link goes on pointing to the file, which keeps its mode.
    """
    place = os.path.realpath(path)
    try:
        if _held(place) != old:
            raise FileError(Trouble("has changed since it was read; not written", reported(path)))
        if data != old:
            _refuse_protected(place, path, old)
            _replace(place, data)
    except OSError as error:
        reason = f"cannot be written: {error.strerror}".lower()
        raise FileError(Trouble(reason, reported(path))) from error


def _held(place: str) -> bytes | None:
    try:
        with open(place, "rb") as stream:
            return stream.read()
    except FileNotFoundError:
        return None


def _refuse_protected(place: str, path: str, old: bytes | None) -> None:
    # A folder that may be written to would let a protected file be replaced all the same.
    if old is not None and not os.access(place, os.W_OK):
        raise FileError(Trouble("cannot be written: is write-protected", reported(path)))


def _replace(place: str, data: bytes) -> None:
    folder, name = os.path.split(place)
    draft = os.path.join(folder, f".{name}.{os.getpid()}.tmp")
    try:
        with open(draft, "xb") as stream:
            stream.write(data)
            stream.flush()
            _keep_mode(place, stream.fileno())
            os.fsync(stream.fileno())
        os.replace(draft, place)
    except FileExistsError:
        # It is somebody else's.
        raise
    except BaseException:
        with suppress(OSError):
            os.remove(draft)
        raise
    _settle(folder)


def _keep_mode(place: str, handle: int) -> None:
    with suppress(FileNotFoundError):
        found = os.stat(place)
        with suppress(PermissionError):
            # Only root may give files away, and then must.
            os.fchown(handle, found.st_uid, found.st_gid)
        os.fchmod(handle, found.st_mode & 0o7777)


def _settle(folder: str) -> None:
    """Have the disk know the folder's new entry, where folders can be told so."""
    with suppress(OSError):
        handle = os.open(folder or os.curdir, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
