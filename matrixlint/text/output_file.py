"""Writing of outputs to files, devices, pipes and descriptors."""

import os
import re
import stat
import sys
from collections.abc import Collection
from contextlib import suppress

from matrixlint.errors import ErrorDetail, FileError
from matrixlint.text.atomic_write import write_atomically
from matrixlint.text.files import read_file

_STREAMS = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
_DESCRIPTOR = re.compile(r"/(?:dev/fd|proc/(?:self|thread-self)/fd)/(\d+)")
# A descriptor of another process is written to as well: its file must not be replaced either.
_PROCESS_DESCRIPTOR = re.compile(r"/proc/\d+/fd/\d+")
# As many links as the system follows.
_MAX_LINKS = 40


def write_output(path: str, data: bytes, taken: Collection[str]) -> None:
    """
    Write *data* to *path*, an argument of the command line.

    A regular file is replaced as a whole, unless its real path is one of *taken*. Anything else
    is written to, as a shell does: replacing ``/dev/stdout`` would lose earlier output. Raise
    FileError, with the path as typed, if that fails.
    """
    try:
        handle = find_descriptor(path)
        if handle is not None:
            _write_descriptor(os.dup(handle), data)
        elif _is_stream(path):
            _write_descriptor(os.open(path, os.O_WRONLY | os.O_APPEND), data)
        else:
            _replace(path, data, taken)
    except OSError as error:
        reason = f"cannot be written: {error.strerror}".lower()
        raise FileError(ErrorDetail(reason, path)) from error
    except OverflowError as error:
        raise FileError(ErrorDetail("cannot be written: bad file descriptor", path)) from error


def find_descriptor(path: str) -> int | None:
    """Return the file descriptor that *path* names, following links, or None."""
    for _ in range(_MAX_LINKS):
        path = os.path.abspath(path)
        if path in _STREAMS:
            return _STREAMS[path]
        if match := _DESCRIPTOR.fullmatch(path):
            return int(match[1])
        if not os.path.islink(path):
            return None
        path = os.path.join(os.path.dirname(path), os.readlink(path))
    return None


def _is_stream(path: str) -> bool:
    if _PROCESS_DESCRIPTOR.fullmatch(os.path.abspath(path)):
        return True
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _write_descriptor(handle: int, data: bytes) -> None:
    # Output that was printed before comes first.
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    with os.fdopen(handle, "wb") as output:
        output.write(data)


def _replace(path: str, data: bytes, taken: Collection[str]) -> None:
    if os.path.realpath(path) in taken:
        raise FileError(ErrorDetail("is read, or another output's file; not written", path))
    try:
        write_atomically(path, data, read_file(path) if os.path.exists(path) else None)
    except FileError as error:
        raise FileError(*(each._replace(path=path) for each in error.details)) from error
