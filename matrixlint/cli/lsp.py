"""``matrixlint lsp``: run the language server."""

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
    """Options of ``matrixlint lsp``."""

    help: bool
    stdio: bool


def build_parser() -> Parser:
    """Return the parser of the options."""
    parser = Parser("matrixlint lsp", "Be the language server of an editor.", _EPILOG)
    text = "speak by the standard input and output, which is done anyway"
    parser.add_argument("--stdio", action="store_true", help=text)
    return parser


def run(words: Sequence[str]) -> int:
    """Serve an editor until it disconnects or exits; return 1 if it exits too early."""
    parser = build_parser()
    options = Options()
    names = parser.read(words, options)
    if options.help:
        print_text(parser.format_help())
        return 0
    if names:
        raise UsageError(ErrorDetail(f"expected no argument, found {names[0]!r}"))
    try:
        # Imported late: it is an optional dependency, and takes half a second.
        import pygls.lsp.server  # noqa: F401  checks that it is installed, and new enough
    except ImportError as error:
        message = "lsp needs pygls 2; install it with: pip install 'matrixlint[lsp]'"
        raise MatrixlintError(ErrorDetail(message)) from error
    from matrixlint.lsp.handlers import create_server

    server = create_server()
    # Imported objects stay: scanning them in each garbage collection would delay keystrokes.
    gc.freeze()
    # The entry point has disabled it, for short runs.
    gc.enable()
    stdout = sys.stdout.buffer
    # The output of a plugin must not be mixed with messages to the editor.
    with redirect_stdout(sys.stderr):
        server.start_io(None, stdout)
    return server.protocol.status
