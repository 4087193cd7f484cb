"""``matrixlint diff``: compare two matrices, or two revisions of one."""

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
    """Options of ``matrixlint diff``."""

    help: bool
    since: str | None
    format: str
    fail_on: str
    config: str | None
    isolated: bool


def run(words: Sequence[str]) -> int:
    """Compare the matrices named by *words*, and return the exit status."""
    parser = build_parser()
    options = Options()
    names = parser.read(words, options)
    if options.help:
        print_text(parser.format_help())
        return 0
    if error := _find_usage_error(names, options):
        raise UsageError(ErrorDetail(error))
    report = _compare(names, options)
    text: str = import_module(f"matrixlint.output.diff.{options.format}").render(report)
    print_text(text)
    counts = {_REGRESSION: report.regressions, _CHANGE: len(report.changes)}
    return int(counts.get(options.fail_on, 0) > 0)


def build_parser() -> Parser:
    """Return the parser of the options."""
    parser = Parser(
        "matrixlint diff OLD NEW [OPTION ...]\n"
        "       matrixlint diff --since REV FILE [OPTION ...]",
        "Tell what has changed in support from one matrix to another, not in text. One of them\n"
        "may be '-', the standard input.",
        _EPILOG,
    )
    text = "compare FILE with itself as git has it in this revision"
    parser.add_argument("--since", type=read_path, metavar="REV", help=text)
    text = f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]} (the default)"
    parser.add_argument(
        "--format", type=read_word(*FORMATS), default="text", metavar="NAME", help=text
    )
    parser.add_argument(
        "--fail-on",
        type=read_word(_REGRESSION, _CHANGE, _NEVER),
        default=_NEVER,
        metavar="WHAT",
        help=f"what makes the exit status 1: {_REGRESSION}, {_CHANGE} or {_NEVER} (the default)",
    )
    text = "the configuration, instead of the nearest"
    parser.add_argument("--config", type=read_path, metavar="FILE", help=text)
    parser.add_argument("--isolated", action="store_true", help="read no configuration")
    return parser


def _find_usage_error(names: Sequence[str], options: Options) -> str | None:
    """Return what is missing or contradictory on the command line, if anything."""
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


def _compare(names: Sequence[str], options: Options) -> DiffReport:
    finder = Finder(options.config, isolated=options.isolated)
    new = load_target(names[-1], finder)
    if options.since is None:
        old = load_target(names[0], finder)
        path = old.path
    else:
        old = new._replace(data=read_revision(names[0], options.since))
        path = f"{options.since}:{new.path}"
    before, after = _parse(old, path), _parse(new, new.path)
    return DiffReport(path, new.path, diff_matrices(before, after))


def _parse(file: Target, path: str) -> Matrix:
    """Parse *file*, reported as *path*; print errors that affect the diff."""
    source = Source.from_bytes(path, file.data or b"")
    matrix = parse_matrix(source, file.settings)
    if not matrix.drivers and not matrix.features:
        raise MatrixlintError(ErrorDetail("holds no matrix: neither a driver nor a feature", path))
    for error in find_guessed_errors(matrix, "the comparison may err here"):
        print_stderr(escape_control(f"matrixlint: {error.path}:{error.line}: {error.message}"))
    return matrix
