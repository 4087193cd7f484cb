"""``matrixlint migrate``: move a matrix to the dialect of another renderer."""

import argparse
import os
from collections.abc import Iterator, Sequence

from matrixlint.cli.arguments import Parser, read_path, read_word
from matrixlint.cli.single_file import STDIN, load_target
from matrixlint.cli.streams import print_bytes, print_stderr, print_text
from matrixlint.config.files import Finder
from matrixlint.config.settings import Settings
from matrixlint.diagnostic import Diagnostic, Severity
from matrixlint.errors import ErrorDetail, UsageError
from matrixlint.fixes.migrate import MigrationResult, migrate
from matrixlint.fixes.migrate.stale_comments import find_stale_comments
from matrixlint.linter.discovery import Target
from matrixlint.linter.lint import lint_or_raise
from matrixlint.linter.target_paths import find_target_root
from matrixlint.output.formats import render
from matrixlint.output.report import Report
from matrixlint.syntax.dialects.dialect import DRIVER
from matrixlint.text.atomic_write import write_atomically as write_file
from matrixlint.text.escape import escape_control
from matrixlint.text.files import format_path
from matrixlint.text.output_file import write_output
from matrixlint.text.phrases import format_count
from matrixlint.text.source import Source
from matrixlint.text.unified_diff import format_unified_diff

_LEFT_OUT = "MX204"
_EPILOG = """\
exit status:
  0  the matrix was migrated, or was of the dialect before
  1  it was, and a section is left out of the page, or an error is in it
  2  it could not be, and nothing was written
"""


class Options(argparse.Namespace):
    """Options of ``matrixlint migrate``."""

    help: bool
    to: str | None
    rename_sections: bool
    diff: bool
    output: str | None
    write: bool


def run(words: Sequence[str]) -> int:
    """Migrate the matrix named by *words*, and return the exit status."""
    parser = build_parser()
    options = Options()
    names = parser.read(words, options)
    if options.help:
        print_text(parser.format_help())
        return 0
    if len(names) != 1:
        raise UsageError(ErrorDetail(f"expected one FILE, found {len(names)}"))
    if options.to is None:
        raise UsageError(ErrorDetail(f"expected --to {DRIVER.name}"))
    if options.write and names[0] == STDIN:
        raise UsageError(ErrorDetail("--write cannot write into the standard input"))
    return _migrate(load_target(names[0], Finder()), options)


def build_parser() -> Parser:
    """Return the parser of the options."""
    parser = Parser(
        f"matrixlint migrate FILE --to {DRIVER.name} [OPTION ...]",
        "Move a matrix from the dialect 'targets' to the one of sphinx-feature-classification.\n"
        "FILE may be '-', the standard input. The new text is printed.",
        _EPILOG,
    )
    text = f"the dialect to move to: {DRIVER.name}"
    parser.add_argument("--to", type=read_word(DRIVER.name), metavar="DIALECT", help=text)
    text = (
        f"rename the sections that would be left out of the page to [{DRIVER.feature_prefix}NAME]"
    )
    parser.add_argument("--rename-sections", action="store_true", help=text)
    add = parser.add_mutually_exclusive_group().add_argument
    add("--diff", action="store_true", help="print what changes, as a unified diff")
    add("--output", type=read_path, metavar="FILE", help="write the new text to this file")
    add("--write", action="store_true", help="write the new text in place of the old one")
    return parser


def _migrate(file: Target, options: Options) -> int:
    data = file.data or b""
    result = migrate(file.path, data, file.settings, renames_sections=options.rename_sections)
    path = format_path(options.output) if options.output else file.path
    source = Source.from_bytes(path, result.new.data)
    # Everything that can fail is done before writing.
    diagnostics = [] if result.is_moved else _find_diagnostics(source, file.settings)
    _write_result(file, result, options)
    if result.is_moved:
        print_stderr(
            escape_control(
                f"matrixlint: {file.path}: is {DRIVER.name!r} already; nothing to migrate"
            )
        )
        return 0
    for line in _find_notices(source, result, diagnostics, file.settings):
        print_stderr(line)
    print_stderr(_summarize(result, diagnostics, options))
    return int(bool(diagnostics))


def _find_diagnostics(source: Source, settings: Settings) -> list[Diagnostic]:
    """
    Return the errors, and the diagnostics of sections missing from the page.

    Suppressed ones are included, because the renderer ignores suppression comments.
    """
    settings = settings._replace(dialect=DRIVER.name, codes=settings.codes | {_LEFT_OUT})
    return [
        diagnostic
        for diagnostic in lint_or_raise(source, settings)
        if diagnostic.code == _LEFT_OUT or diagnostic.severity is Severity.ERROR
    ]


def _write_result(file: Target, result: MigrationResult, options: Options) -> None:
    data = result.new.data
    if options.diff:
        print_bytes(format_unified_diff(file.path, result.old, result.new))
    elif options.output:
        write_output(options.output, data, {os.path.realpath(file.location)})
    elif options.write:
        write_file(file.location, data, file.data, find_target_root(file))
    else:
        print_bytes(data)


def _find_notices(
    source: Source, result: MigrationResult, diagnostics: Sequence[Diagnostic], settings: Settings
) -> Iterator[str]:
    old = result.before.dialect
    if settings.config and settings.dialect not in (None, DRIVER.name):
        message = f"'dialect' is {settings.dialect!r}, the new text {DRIVER.name!r}"
        yield escape_control(f"matrixlint: {format_path(settings.config)}: {message}")
    for notice in find_stale_comments(source, old) if old else ():
        words = ", ".join(map(repr, notice.words))
        location = f"{source.path}:{notice.line}"
        yield escape_control(f"matrixlint: {location}: comment speaks of {words}")
    yield from render("concise", Report(diagnostics)).splitlines()


def _summarize(result: MigrationResult, diagnostics: Sequence[Diagnostic], options: Options) -> str:
    drivers = format_count(len(result.before.drivers), "driver")
    features = format_count(len(result.before.features), "feature")
    parts = [f"migrated {drivers} and {features} to {DRIVER.name!r}"]
    left_out = sum(diagnostic.code == _LEFT_OUT for diagnostic in diagnostics)
    if result.renamed:
        parts.append(f"{format_count(len(result.renamed), 'section')} renamed")
    if left_out:
        it = "it" if left_out == 1 else "them"
        hint = "" if options.rename_sections else f" (--rename-sections renames {it})"
        parts.append(f"{format_count(left_out, 'section')} left out of the page{hint}")
    if len(diagnostics) > left_out:
        parts.append(format_count(len(diagnostics) - left_out, "error"))
    return "; ".join(parts)
