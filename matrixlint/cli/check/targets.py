"""What the command line names to be linted."""

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
    """Yield what the words of the command line contradict."""
    files = _configs(options)
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
    yield from _contradictions(options, paths)


def _contradictions(options: Options, paths: Sequence[str]) -> Iterator[ErrorDetail]:
    if options.is_fixing:
        yield from _of_fixes(options, paths)
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


def _of_fixes(options: Options, paths: Sequence[str]) -> Iterator[ErrorDetail]:
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
    """Return what the command line names that is none of *rules*."""
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
    """Return the files to lint: all of *paths* and of --files-from, else of ``.``."""
    finder = _finder(options)
    discovery = Discovery(finder, options.command, options.exclude)
    for path in _named(options, paths):
        if path == _STDIN:
            data = read_stdin()
            name = options.stdin_filename
            discovery.add_text(name, data, force_exclude=options.force_exclude)
        else:
            discovery.add(path, force_exclude=options.force_exclude)
    if options.write_baseline and any(not each.settings.baseline for each in discovery.targets):
        message = "--write-baseline has no file to write; expected --baseline FILE or the setting"
        raise UsageError(ErrorDetail(f"{message} 'baseline'"))
    nothing = not (discovery.targets or discovery.excluded or discovery.details)
    if nothing and not options.allow_empty:
        discovery.details.append(ErrorDetail("nothing to lint: no file was named or found"))
    return discovery


def _configs(options: Options) -> list[str]:
    """Return the files among what --config names: the others are ``key=value``."""
    return [word for word in options.config if "=" not in word or os.path.lexists(word)]


def _finder(options: Options) -> Finder:
    files = _configs(options)
    only = files[0] if files else None
    words = [word for word in options.config if word not in files]
    if not words:
        return Finder(only, isolated=options.isolated)
    # Few runs have settings of their own.
    from matrixlint.config.overrides import parse_override

    return Finder(only, [parse_override(word) for word in words], isolated=options.isolated)


def _named(options: Options, paths: Sequence[str]) -> list[str]:
    if options.files_from is None:
        return list(paths) or [os.curdir]
    is_stdin = options.files_from == _STDIN
    data = read_stdin() if is_stdin else read_stream(options.files_from)
    listed = os.fsdecode(data).split("\0" if options.nul else "\n")
    # A path that happens to be ``-`` is a file's here.
    files = [os.path.join(".", path) if path == _STDIN else path for path in listed]
    return [*paths, *filter(None, files)]
