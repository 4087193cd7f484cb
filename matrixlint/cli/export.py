"""``matrixlint export``: convert a matrix with its findings to another format."""

import argparse
import os
from collections.abc import Sequence

from matrixlint.cli.arguments import Parser, read_path, read_word
from matrixlint.cli.single_file import load_target
from matrixlint.cli.streams import is_colored, is_terminal, print_text
from matrixlint.config.files import Finder
from matrixlint.errors import ErrorDetail, MatrixlintError, UsageError
from matrixlint.linter.discovery import Target
from matrixlint.linter.lint import check_matrix, parse_matrix
from matrixlint.output.export import FORMATS, render
from matrixlint.output.export.table_model import MatrixTable, build_table
from matrixlint.text.output_file import write_output
from matrixlint.text.source import Source

_TABLE = "table"
# Width of a table if the width of the terminal is unknown.
_WIDTH = 100
_EPILOG = """\
exit status:
  0  the matrix was exported, whatever is found in it
  2  it could not be read, or written
"""


class Options(argparse.Namespace):
    """Options of ``matrixlint export``."""

    help: bool
    format: str
    output: str | None
    dialect: str | None
    config: str | None
    isolated: bool
    color: str


def run(words: Sequence[str]) -> int:
    """Export the matrix named by *words*, and return the exit status."""
    parser = build_parser()
    options = Options()
    names = parser.read(words, options)
    if options.help:
        print_text(parser.format_help())
        return 0
    if len(names) != 1:
        raise UsageError(ErrorDetail(f"expected one FILE, found {len(names)}"))
    if options.config and options.isolated:
        raise UsageError(
            ErrorDetail(f"--config {options.config!r} and --isolated exclude each other")
        )
    finder = Finder(options.config, isolated=options.isolated)
    text = _render_table(
        _build_table(load_target(names[0], finder, dialect=options.dialect)), options
    )
    if options.output:
        write_output(options.output, text.encode(), {os.path.realpath(names[0])})
    else:
        # CSV is data for a program.
        print_text(text, as_is=options.format == "csv")
    return 0


def build_parser() -> Parser:
    """Return the parser of the options."""
    parser = Parser(
        "matrixlint export FILE [OPTION ...]",
        "Print a matrix in another form, each cell with its level, its note and its findings.\n"
        "FILE may be '-', the standard input.",
        _EPILOG,
    )
    text = f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]} (the default)"
    parser.add_argument(
        "--format", type=read_word(*FORMATS), default=_TABLE, metavar="NAME", help=text
    )
    text = "write into this file instead of printing"
    parser.add_argument("--output", type=read_path, metavar="FILE", help=text)
    text = "the file's dialect, or one of the configuration's own"
    parser.add_argument("--dialect", type=read_path, metavar="NAME", help=text)
    text = "the configuration, instead of the nearest"
    parser.add_argument("--config", type=read_path, metavar="FILE", help=text)
    parser.add_argument("--isolated", action="store_true", help="read no configuration")
    parser.add_argument(
        "--color",
        type=read_word("auto", "always", "never"),
        default="auto",
        metavar="WHEN",
        help="colour of a table: auto (the default), always or never",
    )
    return parser


def _build_table(file: Target) -> MatrixTable:
    source = Source.from_bytes(file.path, file.data or b"")
    matrix = parse_matrix(source, file.settings)
    found = check_matrix(matrix, file.settings)
    if found.details:
        raise MatrixlintError(*found.details)
    return build_table(
        matrix, [diagnostic for diagnostic in found.diagnostics if diagnostic.suppressed is None]
    )


def _render_table(table: MatrixTable, options: Options) -> str:
    colored = not options.output and is_colored(options.color)
    return render(options.format, table, colored=colored, width=_get_width())


def _get_width() -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    return os.get_terminal_size(1).columns if is_terminal() else _WIDTH
