"""What the command line names to be linted."""

import os
import sys
from collections.abc import Iterator, Sequence

from matrixlint.cli.option import Options
from matrixlint.configfile import Finder
from matrixlint.discovery import Discovery
from matrixlint.error import FileError, Trouble
from matrixlint.file import read
from matrixlint.rules import ALL
from matrixlint.selection import unknown

_STDIN = "-"


def faults(options: Options, paths: Sequence[str]) -> Iterator[Trouble]:
    """Yield what the words of the command line contradict, or name in vain."""
    if options.config is not None and options.isolated:
        yield Trouble("--config and --isolated exclude each other")
    if options.nul and options.files_from is None:
        yield Trouble("-0 speaks of --files-from, which is missing")
    if options.stdin_filename is not None and _STDIN not in paths:
        yield Trouble("--stdin-filename speaks of the path '-', which is missing")
    if options.files_from == _STDIN and _STDIN in paths:
        yield Trouble("the standard input is both a file and --files-from")
    choice = options.command.choice
    for name, selectors in (
        ("--select", choice.select or ()),
        ("--extend-select", choice.extend_select),
        ("--ignore", choice.ignore),
    ):
        for each in unknown(selectors, ALL):
            yield Trouble(f"{name}: {each}")


def discovered(options: Options, paths: Sequence[str]) -> Discovery:
    """Return the files to lint: all of *paths* and of --files-from, else of ``.``."""
    finder = Finder(options.config, isolated=options.isolated)
    discovery = Discovery(finder, options.command, options.exclude)
    for path in _named(options, paths):
        if path == _STDIN:
            data = _standard_input()
            name = options.stdin_filename
            discovery.add_text(name, data, force_exclude=options.force_exclude)
        else:
            discovery.add(path, force_exclude=options.force_exclude)
    nothing = not (discovery.targets or discovery.excluded or discovery.troubles)
    if nothing and not options.allow_empty:
        discovery.troubles.append(Trouble("nothing to lint: no file was named or found"))
    return discovery


def _named(options: Options, paths: Sequence[str]) -> list[str]:
    if options.files_from is None:
        return list(paths) or [os.curdir]
    is_stdin = options.files_from == _STDIN
    data = _standard_input() if is_stdin else read(options.files_from)
    listed = os.fsdecode(data).split("\0" if options.nul else "\n")
    # A path that happens to be ``-`` is a file's here.
    files = [os.path.join(".", path) if path == _STDIN else path for path in listed]
    return [*paths, *filter(None, files)]


def _standard_input() -> bytes:
    try:
        return sys.stdin.buffer.read()
    except (OSError, AttributeError) as error:
        # The stream is None where the caller has closed it.
        raise FileError(Trouble("there is no standard input to read")) from error
