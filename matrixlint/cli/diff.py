"""``matrixlint diff``: what has changed from one matrix to another, or since a revision."""

import argparse
from collections.abc import Sequence
from importlib import import_module

from matrixlint.cli.arguments import Parser, read_path, read_word
from matrixlint.cli.single_file import STDIN, load_target
from matrixlint.cli.streams import print_stderr, print_text
from matrixlint.config.files import Finder
from matrixlint.errors import ErrorDetail, MatrixlintError, UsageError
from matrixlint.linter.discovery import Target
from matrixlint.linter.lint import parse_matrix
from matrixlint.model.diff import diff_matrices
from matrixlint.model.matrix import Matrix
from matrixlint.model.syntax_errors import find_guessed_errors
from matrixlint.output.diff.report import DiffReport
from matrixlint.text.escape import escape_control
from matrixlint.text.git import read_revision
from matrixlint.text.source import Source

FORMATS = ("json", "markdown", "text")
_REGRESSION, _CHANGE, _NEVER = "regression", "change", "never"
_EPILOG = """\
exit status:
  0  nothing has changed that --fail-on names
  1  something has
  2  a matrix could not be read
"""


class Options(argparse.Namespace):
    """The options of ``matrixlint diff``."""

    help: bool
    since: str | None
    format: str
    fail_on: str
    config: str | None
    isolated: bool


def run(words: Sequence[str]) -> int:
    """Hold the matrices that *words* name against each other, and return the exit status."""
    made = build_parser()
    options = Options()
    names = made.read(words, options)
    if options.help:
        print_text(made.format_help())
        return 0
    if error := _error(names, options):
        raise UsageError(ErrorDetail(error))
    outcome = _outcome(names, options)
    text: str = import_module(f"matrixlint.output.diff.{options.format}").render(outcome)
    print_text(text)
    failing = {_REGRESSION: outcome.regressions, _CHANGE: len(outcome.changes)}
    return int(failing.get(options.fail_on, 0) > 0)


def build_parser() -> Parser:
    """Return the parser of the options."""
    made = Parser(
        "matrixlint diff OLD NEW [OPTION ...]\n"
        "       matrixlint diff --since REV FILE [OPTION ...]",
        "Tell what has changed in support from one matrix to another, not in text. One of them\n"
        "may be '-', the standard input.",
        _EPILOG,
    )
    text = "compare FILE with itself as git has it in this revision"
    made.add_argument("--since", type=read_path, metavar="REV", help=text)
    text = f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]} (the default)"
    made.add_argument(
        "--format", type=read_word(*FORMATS), default="text", metavar="NAME", help=text
    )
    made.add_argument(
        "--fail-on",
        type=read_word(_REGRESSION, _CHANGE, _NEVER),
        default=_NEVER,
        metavar="WHAT",
        help=f"what makes the exit status 1: {_REGRESSION}, {_CHANGE} or {_NEVER} (the default)",
    )
    text = "the configuration, instead of the nearest"
    made.add_argument("--config", type=read_path, metavar="FILE", help=text)
    made.add_argument("--isolated", action="store_true", help="read no configuration")
    return made


def _error(names: Sequence[str], options: Options) -> str | None:
    """Return what the words of the command line lack or contradict, if anything."""
    if options.config and options.isolated:
        return f"--config {options.config!r} and --isolated exclude each other"
    if options.since is not None:
        if len(names) == 1 and names[0] != STDIN:
            return None
        return f"expected one FILE with --since, found {', '.join(map(repr, names)) or 'none'}"
    if len(names) != 2:  # noqa: PLR2004  an old one and a new one
        return f"expected OLD and NEW, or --since REV FILE; found {len(names)} of them"
    if names[0] == names[1] == STDIN:
        return "the standard input cannot be both OLD and NEW"
    return None


def _outcome(names: Sequence[str], options: Options) -> DiffReport:
    finder = Finder(options.config, isolated=options.isolated)
    new = load_target(names[-1], finder)
    if options.since is None:
        old = load_target(names[0], finder)
        path = old.path
    else:
        old = new._replace(data=read_revision(names[0], options.since))
        path = f"{options.since}:{new.path}"
    before, after = _matrix(old, path), _matrix(new, new.path)
    return DiffReport(path, new.path, diff_matrices(before, after))


def _matrix(file: Target, path: str) -> Matrix:
    """Return the matrix of *file*, reported as *path*; tell what had to be guessed in it."""
    source = Source.from_bytes(path, file.data or b"")
    matrix = parse_matrix(source, file.settings)
    if not matrix.drivers and not matrix.features:
        raise MatrixlintError(ErrorDetail("holds no matrix: neither a driver nor a feature", path))
    for error in find_guessed_errors(matrix, "the comparison may err here"):
        print_stderr(escape_control(f"matrixlint: {error.path}:{error.line}: {error.message}"))
    return matrix
