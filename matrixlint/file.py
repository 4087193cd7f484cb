"""Regular files, read whole, and what is told where there are none."""

import os
import stat

from matrixlint.error import FileError, Trouble, suggestion


def read(path: str) -> bytes:
    """
    Return the bytes of the file at *path*.

    Only regular files are opened: a pipe that nobody writes to would block for ever.
    """
    if is_folder(path):
        raise FileError(Trouble("is a folder, not a file", reported(path)))
    try:
        with open(path, "rb") as stream:
            # Who writes on could keep us reading. A file of the system may say that it is empty.
            return stream.read(os.fstat(stream.fileno()).st_size or -1)
    except OSError as error:
        raise _failure(path, error) from error


def is_folder(path: str) -> bool:
    """Say whether *path* is a folder or a regular file; anything else is an error."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        raise _failure(path, error) from error
    if stat.S_ISDIR(mode) or stat.S_ISREG(mode):
        return stat.S_ISDIR(mode)
    kind = "pipe" if stat.S_ISFIFO(mode) else "device or socket"
    raise FileError(Trouble(f"is a {kind}, not a regular file", reported(path)))


def reported(path: str) -> str:
    """Return *path* as it is reported: relative to the working directory, by ``/``."""
    # An empty path has no relative form, and is reported as what it is.
    return os.path.relpath(path).replace(os.sep, "/") if path else "''"


def _failure(path: str, error: OSError | ValueError) -> FileError:
    if isinstance(error, FileNotFoundError):
        message = f"no such file or folder{_hint(path)}"
        return FileError(Trouble(message, reported(path)))
    # A ValueError is a path with a NUL in it.
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return FileError(Trouble(f"cannot be read: {reason}".lower(), reported(path)))


def _hint(path: str) -> str:
    # Only a mistake gets here, and only mistakes need the reckoning of what is near.
    from matrixlint.near import near

    folder, name = os.path.split(path)
    try:
        # A link to nowhere is listed too, and is not what was meant.
        others = [other for other in os.listdir(folder or ".") if other != name]
    except OSError:
        return ""
    meant = near(name, others)
    return suggestion(meant and reported(os.path.join(folder, meant)))
