"""``matrixlint schema``: print a JSON Schema."""

import argparse
from collections.abc import Sequence

from matrixlint.cli.arguments import Parser, read_word
from matrixlint.cli.streams import print_text
from matrixlint.errors import ErrorDetail, UsageError
from matrixlint.schema import validate
from matrixlint.text.phrases import join_or


class Options(argparse.Namespace):
    """Options of ``matrixlint schema``."""

    help: bool


def build_parser() -> Parser:
    """Return the parser of the options."""
    return Parser(
        f"matrixlint schema {'|'.join(validate.NAMES)}",
        "Print the JSON Schema of the configuration, of the JSON report, of a matrix as JSON or\n"
        "of the difference of two.",
    )


def run(words: Sequence[str]) -> int:
    """Print the schema named by *words*."""
    parser = build_parser()
    options = Options()
    names = parser.read(words, options)
    if options.help:
        print_text(parser.format_help())
        return 0
    if len(names) != 1:
        expected = join_or(validate.NAMES)
        raise UsageError(ErrorDetail(f"expected one name of a schema: {expected}"))
    try:
        print_text(validate.read_text(read_word(*validate.NAMES)(names[0])))
    except argparse.ArgumentTypeError as error:
        raise UsageError(ErrorDetail(f"schema: {error}")) from error
    return 0
