"""The two streams: findings and answers go to one, all else to the other."""

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
    Print *text*, which is fit to print, on the standard output.

    A build server that reads it finds no command, unless the text is wanted *as_is*.
    """
    if not text:
        return
    with _output() as stream:
        if isinstance(stream, io.TextIOWrapper):
            # What the locale cannot say is escaped: a report must not crash on a name.
            stream.reconfigure(errors="backslashreplace")
        stream.write(text if as_is else escape_commands(text))


def print_bytes(data: bytes) -> None:
    """Put *data* on the standard output as it is, which is a file's text."""
    with _output() as stream:
        stream.buffer.write(data)


def print_diff(diff: bytes) -> None:
    """Print *diff*: as it is where a program reads it, fit to print where a person does."""
    if not is_terminal():
        print_bytes(diff)
        return
    lines = diff.decode("utf-8", "surrogateescape").split("\n")
    print_text("\n".join(map(escape_control, lines)))


@contextmanager
def _output() -> Iterator[TextIO]:
    """Give the standard output, and tell what becomes of it."""
    stream = sys.stdout
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        # Whoever read the report, ``head`` say, has read enough.
        _abandon(stream)
    except OSError as error:
        _abandon(stream)
        reason = f"standard output cannot be written: {error.strerror}".lower()
        raise MatrixlintError(ErrorDetail(reason)) from error
    except AttributeError as error:
        # The stream is None where the caller has closed it.
        raise MatrixlintError(ErrorDetail("there is no standard output")) from error


def print_stderr(text: str, *, as_is: bool = False) -> None:
    """Print the line *text* on the standard error, if anybody listens there; as write does."""
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


def _abandon(stream: TextIO) -> None:
    # Python flushes once more when it ends, and would complain then.
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def is_terminal() -> bool:
    """Say whether the standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def is_colored(when: str) -> bool:
    """Say whether to colour, *when* being ``auto``, ``always`` or ``never``."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal() and os.environ.get("TERM") != "dumb"


def read_stdin() -> bytes:
    """Return all that the standard input gives; raise FileError where there is none."""
    try:
        return sys.stdin.buffer.read()
    except (OSError, AttributeError) as error:
        # The stream is None where the caller has closed it.
        raise FileError(ErrorDetail("there is no standard input to read")) from error
