"""Resolve the paths and options of the command line to the files to lint."""

import os
from collections.abc import Iterator, Sequence

from matrixlint.cli.check.options import Options
from matrixlint.cli.streams import read_stdin
from matrixlint.config.files import Finder
from matrixlint.config.rule_selection import find_unknown_selectors
from matrixlint.errors import ErrorDetail, UsageError
from matrixlint.linter.discovery import Discovery
from matrixlint.rules.rule import Rule
from matrixlint.text.files import read_stream

_STDIN = "-"


def find_contradictions(options: Options, paths: Sequence[str]) -> Iterator[ErrorDetail]:
    """Yield the contradictions between arguments of the command line."""
    files = _list_config_files(options)
    if files and options.isolated:
        yield ErrorDetail(f"--config {files[0]!r} and --isolated exclude each other")
    if len(files) > 1:
        yield ErrorDetail(f"--config: expected one file, found {', '.join(map(repr, files))}")
    if options.nul and options.files_from is None:
        yield ErrorDetail("-0 speaks of --files-from, which is missing")
    if options.stdin_filename is not None and _STDIN not in paths:
        yield ErrorDetail("--stdin-filename speaks of the path '-', which is missing")
    if options.files_from == _STDIN and _STDIN in paths:
        yield ErrorDetail("the standard input is both a file and --files-from")
    yield from _find_mode_contradictions(options, paths)


def _find_mode_contradictions(options: Options, paths: Sequence[str]) -> Iterator[ErrorDetail]:
    if options.is_fixing:
        yield from _find_fix_contradictions(options, paths)
    elif options.unsafe_fixes:
        yield ErrorDetail("--unsafe-fixes speaks of --fix, --fix-only or --diff, which is missing")
    if options.add_ignores is None:
        return
    if options.write_baseline:
        yield ErrorDetail("--add-ignores and --write-baseline exclude each other")
    if not options.suppressions:
        yield ErrorDetail("--add-ignores and --no-suppressions exclude each other")
    if _STDIN in paths:
        yield ErrorDetail("--add-ignores cannot write into the standard input")


def _find_fix_contradictions(options: Options, paths: Sequence[str]) -> Iterator[ErrorDetail]:
    flag = "--diff" if options.diff else "--fix-only" if options.fix_only else "--fix"
    if options.write_baseline:
        yield ErrorDetail(f"{flag} and --write-baseline exclude each other")
    if options.add_ignores is not None:
        yield ErrorDetail(f"{flag} and --add-ignores exclude each other")
    if options.fix_only and options.output:
        yield ErrorDetail("--fix-only reports nothing, and --output asks for a report")
    if options.diff and options.output_format:
        yield ErrorDetail("--diff and --output-format exclude each other")
    if _STDIN in paths and not options.diff and (len(paths) > 1 or options.files_from):
        message = f"{flag} prints the text of the standard input"
        yield ErrorDetail(f"{message}; expected no other file beside '-'")


def find_unknown_rules(options: Options, rules: Sequence[Rule]) -> list[ErrorDetail]:
    """Return an error for each selector that matches none of *rules*."""
    choice = options.command.choice
    return [
        ErrorDetail(f"{name}: {each}")
        for name, selectors in (
            ("--select", choice.select or ()),
            ("--extend-select", choice.extend_select),
            ("--ignore", choice.ignore),
        )
        for each in find_unknown_selectors(selectors, rules)
    ]


def discover(options: Options, paths: Sequence[str]) -> Discovery:
    """
    Find the files of *paths* and --files-from, or of ``.`` by default.

    Raise UsageError if --write-baseline has no file to write.
    """
    finder = _make_finder(options)
    discovery = Discovery(finder, options.command, options.exclude)
    for path in _list_paths(options, paths):
        if path == _STDIN:
            data = read_stdin()
            name = options.stdin_filename
            discovery.add_text(name, data, force_exclude=options.force_exclude)
        else:
            discovery.add(path, force_exclude=options.force_exclude)
    if options.write_baseline and any(not each.settings.baseline for each in discovery.targets):
        message = "--write-baseline has no file to write; expected --baseline FILE or the setting"
        raise UsageError(ErrorDetail(f"{message} 'baseline'"))
    is_empty = not (discovery.targets or discovery.excluded or discovery.details)
    if is_empty and not options.allow_empty:
        discovery.details.append(ErrorDetail("nothing to lint: no file was named or found"))
    return discovery


def _list_config_files(options: Options) -> list[str]:
    """Return the files among the values of --config; the others are ``key=value``."""
    return [word for word in options.config if "=" not in word or os.path.lexists(word)]


def _make_finder(options: Options) -> Finder:
    files = _list_config_files(options)
    only = files[0] if files else None
    words = [word for word in options.config if word not in files]
    if not words:
        return Finder(only, isolated=options.isolated)
    # Imported late: few runs have settings on the command line.
    from matrixlint.config.overrides import parse_override

    return Finder(only, [parse_override(word) for word in words], isolated=options.isolated)


def _list_paths(options: Options, paths: Sequence[str]) -> list[str]:
    if options.files_from is None:
        return list(paths) or [os.curdir]
    is_stdin = options.files_from == _STDIN
    data = read_stdin() if is_stdin else read_stream(options.files_from)
    listed = os.fsdecode(data).split("\0" if options.nul else "\n")
    # Here, the path ``-`` is a file.
    files = [os.path.join(".", path) if path == _STDIN else path for path in listed]
    return [*paths, *filter(None, files)]
