"""Reading of regular files, and the error messages where that fails."""

import os
import stat

from matrixlint.errors import ErrorDetail, FileError
from matrixlint.text.phrases import format_suggestion


def read_file(path: str) -> bytes:
    """
    Return the bytes of the file at *path*; raise FileError if it cannot be read.

    Only regular files are read: a pipe without a writer would block for ever. At most as many
    bytes are read as the file had when it was opened, so that reading a growing file ends;
    system files that report a size of 0 (``/proc``) are read as empty.
    """
    if is_folder(path):
        raise FileError(ErrorDetail("is a folder, not a file", format_path(path)))
    try:
        with open(path, "rb", opener=_open_without_blocking) as stream:
            status = os.fstat(stream.fileno())
            # The file may have been replaced after the check above.
            if _is_folder_mode(status.st_mode, path):
                raise FileError(ErrorDetail("is a folder, not a file", format_path(path)))
            return stream.read(status.st_size)
    except (OSError, MemoryError, OverflowError) as error:
        raise _build_error(path, error) from error


def read_stream(path: str) -> bytes:
    """Return the content of the file or pipe *path*, or raise FileError."""
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except (OSError, ValueError, MemoryError) as error:
        raise _build_error(path, error, path) from error


def _open_without_blocking(path: str, flags: int) -> int:
    # With the flag, opening a pipe does not block. It does not exist on Windows.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def is_folder(path: str) -> bool:
    """Return whether *path* is a folder; raise FileError if not a file."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        raise _build_error(path, error) from error
    return _is_folder_mode(mode, path)


def _is_folder_mode(mode: int, path: str) -> bool:
    if stat.S_ISDIR(mode) or stat.S_ISREG(mode):
        return stat.S_ISDIR(mode)
    kind = "pipe" if stat.S_ISFIFO(mode) else "device or socket"
    raise FileError(ErrorDetail(f"is a {kind}, not a regular file", format_path(path)))


def format_path(path: str) -> str:
    """Return *path* for reports: relative to the working directory, with ``/``."""
    # An empty path has no relative form, and is reported as empty.
    return os.path.relpath(path).replace(os.sep, "/") if path else "''"


def _build_error(path: str, error: Exception, name: str | None = None) -> FileError:
    """Build the error for *path*, reported as *name* if that is given."""
    shown = format_path(path) if name is None else name
    if isinstance(error, FileNotFoundError):
        return FileError(ErrorDetail(f"no such file or folder{_suggest_file(path)}", shown))
    if isinstance(error, MemoryError | OverflowError):
        return FileError(ErrorDetail("cannot be read: it does not fit into memory", shown))
    # A ValueError is a path with a NUL; its message differs between versions of Python.
    reason = error.strerror if isinstance(error, OSError) else "null byte in the path"
    return FileError(ErrorDetail(f"cannot be read: {reason}".lower(), shown))


def _suggest_file(path: str) -> str:
    # Imported late: only a missing file needs it.
    from matrixlint.text.similarity import closest_match

    folder, name = os.path.split(path)
    try:
        # A dangling link is listed too, but is not a suggestion for itself.
        others = [other for other in os.listdir(folder or ".") if other != name]
    except OSError:
        return ""
    suggestion = closest_match(name, others)
    return format_suggestion(suggestion and format_path(os.path.join(folder, suggestion)))
