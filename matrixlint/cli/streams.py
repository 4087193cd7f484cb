"""Standard streams: results go to stdout, everything else to stderr."""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from matrixlint.errors import ErrorDetail, FileError, MatrixlintError
from matrixlint.text.escape import escape_commands, escape_control


def print_text(text: str, *, as_is: bool = False) -> None:
    """
    Print *text*, whose control characters are escaped, on the standard output.

    Commands of build servers in it are escaped too, unless *as_is*.
    """
    if not text:
        return
    with _open_stdout() as stream:
        if isinstance(stream, io.TextIOWrapper):
            # Characters that the locale cannot encode are escaped: names must not crash a report.
            stream.reconfigure(errors="backslashreplace")
        stream.write(text if as_is else escape_commands(text))


def print_bytes(data: bytes) -> None:
    """Write *data*, the text of a file, to the standard output as it is."""
    with _open_stdout() as stream:
        stream.buffer.write(data)


def print_diff(diff: bytes) -> None:
    """Print *diff*: as it is for a program, with escapes on a terminal."""
    if not is_terminal():
        print_bytes(diff)
        return
    lines = diff.decode("utf-8", "surrogateescape").split("\n")
    print_text("\n".join(map(escape_control, lines)))


@contextmanager
def _open_stdout() -> Iterator[TextIO]:
    """Yield the standard output; flush it and handle errors."""
    stream = sys.stdout
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        # The reader, such as ``head``, has closed the pipe.
        _redirect_to_null(stream)
    except OSError as error:
        _redirect_to_null(stream)
        reason = f"standard output cannot be written: {error.strerror}".lower()
        raise MatrixlintError(ErrorDetail(reason)) from error
    except AttributeError as error:
        # The stream is None if the caller has closed it.
        raise MatrixlintError(ErrorDetail("there is no standard output")) from error


def print_stderr(text: str, *, as_is: bool = False) -> None:
    """Print the line *text* on stderr; ignore errors. *as_is* as in print_text."""
    with suppress(OSError, AttributeError):
        sys.stderr.write(f"{text if as_is else escape_commands(text)}\n")
        sys.stderr.flush()


def print_errors(details: Iterable[ErrorDetail]) -> None:
    """Print a line for each of *details*."""
    for detail in details:
        place = f"{escape_control(detail.path)}:" if detail.path is not None else ""
        line = f"{detail.line}:" if detail.line is not None else ""
        separator = " " if place else ""
        text = f"{place}{line}{separator}{escape_control(detail.message)}"
        print_stderr(f"matrixlint: error: {text}")


def _redirect_to_null(stream: TextIO) -> None:
    # Python flushes again at exit, and would print an error.
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def is_terminal() -> bool:
    """Return whether the standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def is_colored(when: str) -> bool:
    """Return whether to use colour; *when* is ``auto``, ``always`` or ``never``."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal() and os.environ.get("TERM") != "dumb"


def read_stdin() -> bytes:
    """Return the whole standard input; raise FileError if it cannot be read."""
    try:
        return sys.stdin.buffer.read()
    except (OSError, AttributeError) as error:
        # The stream is None if the caller has closed it.
        raise FileError(ErrorDetail("there is no standard input to read")) from error
