"""Command line: dispatch to subcommands, and error handling."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from matrixlint.cli.command_names import COMMANDS
from matrixlint.cli.streams import print_errors
from matrixlint.errors import ErrorDetail, MatrixlintError, UsageError

FAILED = 2
INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Run the command with the arguments *argv* and return its exit status."""
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except MatrixlintError as error:
        print_errors(error.details)
    except KeyboardInterrupt:
        return INTERRUPTED
    except FileNotFoundError as error:
        # Missing files are reported where they are opened: this is the working directory.
        print_errors(
            [ErrorDetail(f"the working directory cannot be found: {error.strerror}".lower())]
        )
    except Exception as error:  # noqa: BLE001  a bug of the linter is reported without a traceback
        print_errors([ErrorDetail(f"internal error: {type(error).__name__}: {error}")])
    return FAILED


def _run(words: Sequence[str]) -> int:
    if words and words[0] in COMMANDS:
        name, rest = words[0], words[1:]
    else:
        _check_command(words)
        name, rest = "check", words
    # Imported late: a run needs only one subcommand.
    status: int = import_module(COMMANDS[name]).run(rest)
    return status


def _check_command(words: Sequence[str]) -> None:
    """Raise UsageError if the first word is not a path, but similar to a subcommand."""
    if not words or words[0].startswith("-") or os.path.lexists(words[0]):
        return
    # Imported late: only errors need suggestions.
    from matrixlint.text.similarity import closest_match

    if suggestion := closest_match(words[0], COMMANDS):
        message = f"unknown command {words[0]!r}; did you mean {suggestion!r}?"
        raise UsageError(ErrorDetail(message))
