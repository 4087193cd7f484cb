"""Flags of ``matrixlint check`` for argparse."""

import argparse
from collections.abc import Callable

from matrixlint.cli.arguments import (
    Parser,
    read_count,
    read_line,
    read_path,
    read_selectors,
    read_word,
)
from matrixlint.cli.check.options import AUTO, OutputFile
from matrixlint.config.settings import NEVER
from matrixlint.diagnostic import Severity
from matrixlint.output.formats import FORMATS
from matrixlint.syntax.dialects.dialect import BUILT_IN
from matrixlint.text.phrases import join_or

_ADD_IGNORES = "--add-ignores"
COLORS = ("auto", "always", "never")
Add = Callable[..., object]
_USAGE = "matrixlint [check] [OPTION ...] [PATH ... | -]"
_DESCRIPTION = """\
Lint support matrices. PATH is a file or a folder, '-' the standard input, and without
a PATH the working directory is looked through.
"""
_EPILOG = """\
exit status:
  0  no finding reaches --fail-on
  1  a finding reaches it
  2  something could not be done, and was said on the standard error

other commands:
  matrixlint rule RULE ...         a rule's page
  matrixlint config [KEY]          the settings, their kinds and their defaults
  matrixlint schema NAME           a JSON Schema: config, report or matrix
  matrixlint completion SHELL      what completes our words in bash, fish or zsh
  matrixlint export FILE           the matrix as json, csv, markdown, html or a table
  matrixlint migrate FILE          the file, moved to the dialect 'driver'
"""


def build_parser() -> Parser:
    """Return the parser of the options."""
    parser = Parser(_USAGE, _DESCRIPTION, _EPILOG)
    # Defaults are in Options.
    parser.argument_default = argparse.SUPPRESS
    _add_flag(parser.add_argument, "--version", "print the version and exit")
    _add_rules(parser.add_argument_group("rules, by code, prefix, name or ALL").add_argument)
    _add_configuration(parser.add_argument_group("configuration").add_argument)
    _add_suppressions(parser.add_argument_group("findings to live with").add_argument)
    _add_fixes(parser.add_argument_group("fixes").add_argument)
    _add_files(parser.add_argument_group("files").add_argument)
    _add_output(parser.add_argument_group("output").add_argument)
    parser.bare.add(_ADD_IGNORES)
    return parser


def _add_rules(add: Add) -> None:
    _add_selectors(add, "--select", "run these rules, whatever the configuration selects")
    _add_selectors(add, "--extend-select", "run these rules too")
    _add_selectors(add, "--ignore", "don't run these rules")
    text = "the lightest severity that fails: error, warning (the default), info, never"
    _add_option(add, "--fail-on", read_word(*Severity, NEVER), "SEVERITY", text)


def _add_configuration(add: Add) -> None:
    text = "the configuration, instead of the nearest; or a setting of it (repeatable)"
    add("--config", action="append", type=read_path, metavar="FILE|KEY=VALUE", help=text)
    _add_flag(add, "--isolated", "read no configuration")
    names = join_or(dialect.name for dialect in BUILT_IN)
    text = f"the files' dialect: {names}, or one of the configuration's own"
    _add_option(add, "--dialect", read_path, "NAME", text)
    _add_flag(add, "--show-settings", "print what holds for each file and exit")


def _add_suppressions(add: Add) -> None:
    _add_option(
        add, "--baseline", read_path, "FILE", "the findings in FILE are known, and not reported"
    )
    _add_flag(add, "--write-baseline", "put all findings into the baseline, and drop stale ones")
    text = "write comments that silence all findings into the files, with a reason"
    _add_option(add, _ADD_IGNORES, read_line, "[=REASON]", text)
    text = "don't hear the comments that silence findings"
    add("--no-suppressions", dest="suppressions", action="store_false", help=text)
    _add_flag(add, "--show-suppressed", "list what comments and the baseline silence, too")


def _add_fixes(add: Add) -> None:
    text = "make the safe fixes, and report what is left; of '-' the text is printed"
    _add_flag(add, "--fix", text)
    _add_flag(add, "--unsafe-fixes", "make those fixes too that may change what is said")
    _add_flag(add, "--fix-only", "make fixes, and report nothing")
    _add_flag(add, "--diff", "print what fixes would change, and write nothing")


def _add_files(add: Add) -> None:
    text = "leave these files and folders out (repeatable)"
    add("--exclude", action="append", type=read_path, metavar="PATTERN", help=text)
    _add_flag(add, "--force-exclude", "leave excluded files out even where they are named")
    text = "read paths from FILE, or from the standard input, one a line"
    _add_option(add, "--files-from", read_path, "FILE|-", text)
    add("-0", dest="nul", action="store_true", help="paths of --files-from end with NUL")
    _add_option(add, "--stdin-filename", read_path, "PATH", "what to call the standard input")
    _add_flag(add, "--allow-empty", "having nothing to lint is no error")
    _add_flag(add, "--show-files", "print the files that would be linted and exit")
    add("--jobs", type=read_count, metavar="N", help="the number of processes")


def _add_output(add: Add) -> None:
    text = f"{join_or((*FORMATS, AUTO))}; by default full on a terminal, else concise"
    _add_option(add, "--output-format", read_word(*FORMATS, AUTO), "NAME", text)
    text = "write a report in the format NAME into the file PATH, too (repeatable)"
    add("--output", action="append", type=_parse_output, metavar="NAME=PATH", help=text)
    text = "don't list findings below this severity; they count all the same"
    reader = read_word(*Severity)
    add("--min-severity", type=reader, metavar="SEVERITY", help=text)
    text = "auto (the default), always or never"
    add("--color", type=read_word(*COLORS), metavar="WHEN", help=text)
    _add_flag(add, "--statistics", "print how often each rule found something")
    _add_flag(add, "--exit-zero", "exit with 0 where findings would make it 1")
    add("-q", "--quiet", action="store_true", help="print no summary")


def _parse_output(text: str) -> OutputFile:
    name, _, place = text.partition("=")
    if place == "-":
        raise argparse.ArgumentTypeError("found '-', expected a file; --output-format prints")
    return OutputFile(read_word(*FORMATS)(name), read_path(place))


def _add_flag(add: Add, name: str, text: str) -> None:
    add(name, action="store_true", help=text)


def _add_selectors(add: Add, name: str, text: str) -> None:
    add(name, action="extend", type=read_selectors, metavar="RULES", help=text)


def _add_option(
    add: Add, name: str, reader: Callable[[str], object], metavar: str, text: str
) -> None:
    add(name, type=reader, metavar=metavar, help=text)
