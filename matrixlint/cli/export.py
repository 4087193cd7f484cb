"""``matrixlint export``: the matrix in another form, with what is found in it."""

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
# How wide a table is where nobody says how wide the terminal is.
_WIDTH = 100
_EPILOG = """\
exit status:
  0  the matrix was exported, whatever is found in it
  2  it could not be read, or written
"""


class Options(argparse.Namespace):
    """The options of ``matrixlint export``."""

    help: bool
    format: str
    output: str | None
    dialect: str | None
    config: str | None
    isolated: bool
    color: str


def run(words: Sequence[str]) -> int:
    """Export the matrix that *words* name, and return the exit status."""
    made = build_parser()
    options = Options()
    names = made.read(words, options)
    if options.help:
        print_text(made.format_help())
        return 0
    if len(names) != 1:
        raise UsageError(ErrorDetail(f"expected one FILE, found {len(names)}"))
    if options.config and options.isolated:
        raise UsageError(
            ErrorDetail(f"--config {options.config!r} and --isolated exclude each other")
        )
    finder = Finder(options.config, isolated=options.isolated)
    text = _text(_sheet(load_target(names[0], finder, dialect=options.dialect)), options)
    if options.output:
        write_output(options.output, text.encode(), {os.path.realpath(names[0])})
    else:
        # Cells of CSV are data for a program.
        print_text(text, as_is=options.format == "csv")
    return 0


def build_parser() -> Parser:
    """Return the parser of the options."""
    made = Parser(
        "matrixlint export FILE [OPTION ...]",
        "Print a matrix in another form, each cell with its level, its note and its findings.\n"
        "FILE may be '-', the standard input.",
        _EPILOG,
    )
    text = f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]} (the default)"
    made.add_argument(
        "--format", type=read_word(*FORMATS), default=_TABLE, metavar="NAME", help=text
    )
    text = "write into this file instead of printing"
    made.add_argument("--output", type=read_path, metavar="FILE", help=text)
    text = "the file's dialect, or one of the configuration's own"
    made.add_argument("--dialect", type=read_path, metavar="NAME", help=text)
    text = "the configuration, instead of the nearest"
    made.add_argument("--config", type=read_path, metavar="FILE", help=text)
    made.add_argument("--isolated", action="store_true", help="read no configuration")
    made.add_argument(
        "--color",
        type=read_word("auto", "always", "never"),
        default="auto",
        metavar="WHEN",
        help="colour of a table: auto (the default), always or never",
    )
    return made


def _sheet(file: Target) -> MatrixTable:
    source = Source.from_bytes(file.path, file.data or b"")
    matrix = parse_matrix(source, file.settings)
    found = check_matrix(matrix, file.settings)
    if found.details:
        raise MatrixlintError(*found.details)
    return build_table(
        matrix, [diagnostic for diagnostic in found.diagnostics if diagnostic.suppressed is None]
    )


def _text(made: MatrixTable, options: Options) -> str:
    colored = not options.output and is_colored(options.color)
    return render(options.format, made, colored=colored, width=_width())


def _width() -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    return os.get_terminal_size(1).columns if is_terminal() else _WIDTH
