"""``matrixlint lsp``: the language server."""

import argparse
import gc
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout

from matrixlint.cli.arguments import Parser
from matrixlint.cli.streams import print_text
from matrixlint.errors import ErrorDetail, MatrixlintError, UsageError

_EPILOG = """\
An editor starts it and speaks with it by the standard input and output. What it reads and
lints is what the command would: files by the names that 'include' has, with the nearest
configuration and its baseline.
"""


class Options(argparse.Namespace):
    """The options of ``matrixlint lsp``."""

    help: bool
    stdio: bool


def build_parser() -> Parser:
    """Return the parser of the options."""
    made = Parser("matrixlint lsp", "Be the language server of an editor.", _EPILOG)
    text = "speak by the standard input and output, which is done anyway"
    made.add_argument("--stdio", action="store_true", help=text)
    return made


def run(words: Sequence[str]) -> int:
    """Serve an editor until it is gone, or says that it has done: 1 if it did so too early."""
    made = build_parser()
    options = Options()
    names = made.read(words, options)
    if options.help:
        print_text(made.format_help())
        return 0
    if names:
        raise UsageError(ErrorDetail(f"expected no argument, found {names[0]!r}"))
    try:
        # It is an extra, and takes half a second to import.
        import pygls.lsp.server  # noqa: F401  whether it is there, and new enough
    except ImportError as error:
        message = "lsp needs pygls 2; install it with: pip install 'matrixlint[lsp]'"
        raise MatrixlintError(ErrorDetail(message)) from error
    from matrixlint.lsp.handlers import create_server

    ready = create_server()
    # What was imported stays: to look through it again and again would hold keystrokes up.
    gc.freeze()
    # The command has switched it off, for runs that end soon.
    gc.enable()
    wire = sys.stdout.buffer
    # What a plugin prints is no message to the editor.
    with redirect_stdout(sys.stderr):
        ready.start_io(None, wire)
    return ready.protocol.status
