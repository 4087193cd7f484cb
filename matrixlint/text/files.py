"""Regular files, read whole, and what is told where there are none."""

import os
import stat

from matrixlint.errors import ErrorDetail, FileError
from matrixlint.text.phrases import format_suggestion


def read_file(path: str) -> bytes:
    """
    Return the bytes of the file at *path*; raise FileError if it cannot be read.

    Only regular files are read: a pipe that nobody writes to would block for ever. What is read
    is as long as the file was when it was opened, so that a file that grows has an end, and
    files of the system that claim to be empty (``/proc``) are read as empty.
    """
    if is_folder(path):
        raise FileError(ErrorDetail("is a folder, not a file", format_path(path)))
    try:
        with open(path, "rb", opener=_open_at_once) as stream:
            found = os.fstat(stream.fileno())
            # Another file may have taken the place of the one that was looked at.
            if _is_folder(found.st_mode, path):
                raise FileError(ErrorDetail("is a folder, not a file", format_path(path)))
            return stream.read(found.st_size)
    except (OSError, MemoryError, OverflowError) as error:
        raise _failure(path, error) from error


def read_stream(path: str) -> bytes:
    """Return all that can be read at *path*, of a pipe too; raise FileError if it cannot."""
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except (OSError, ValueError, MemoryError) as error:
        raise _failure(path, error, path) from error


def _open_at_once(path: str, flags: int) -> int:
    # The flag keeps a pipe from blocking, and does not exist on Windows.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def is_folder(path: str) -> bool:
    """Say whether *path* is a folder or a regular file; anything else is an error."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        raise _failure(path, error) from error
    return _is_folder(mode, path)


def _is_folder(mode: int, path: str) -> bool:
    if stat.S_ISDIR(mode) or stat.S_ISREG(mode):
        return stat.S_ISDIR(mode)
    kind = "pipe" if stat.S_ISFIFO(mode) else "device or socket"
    raise FileError(ErrorDetail(f"is a {kind}, not a regular file", format_path(path)))


def format_path(path: str) -> str:
    """Return *path* as it is reported: relative to the working directory, by ``/``."""
    # An empty path has no relative form, and is reported as what it is.
    return os.path.relpath(path).replace(os.sep, "/") if path else "''"


def _failure(path: str, error: Exception, name: str | None = None) -> FileError:
    """Return why *path* cannot be read; *name* is what it is called, if that is not usual."""
    called = format_path(path) if name is None else name
    if isinstance(error, FileNotFoundError):
        return FileError(ErrorDetail(f"no such file or folder{_hint(path)}", called))
    if isinstance(error, MemoryError | OverflowError):
        return FileError(ErrorDetail("cannot be read: it does not fit into memory", called))
    # A ValueError is a path with a NUL in it, which each Python words otherwise.
    reason = error.strerror if isinstance(error, OSError) else "null byte in the path"
    return FileError(ErrorDetail(f"cannot be read: {reason}".lower(), called))


def _hint(path: str) -> str:
    # Only a mistake gets here, and only mistakes need the reckoning of what is near.
    from matrixlint.text.similarity import closest_match

    folder, name = os.path.split(path)
    try:
        # A link to nowhere is listed too, and is not what was meant.
        others = [other for other in os.listdir(folder or ".") if other != name]
    except OSError:
        return ""
    suggestion = closest_match(name, others)
    return format_suggestion(suggestion and format_path(os.path.join(folder, suggestion)))
