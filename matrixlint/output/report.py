"""Report of a run: the input of the output formats."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail
from matrixlint.rules.rule import Rule


class Report(NamedTuple):
    """
    Report of a run: the diagnostics in order, and the errors as *details*.

    *paths* are the linted files, *rules* those that were run on at least one of them.
    *lines* are the source lines of every file with diagnostics, and *relative_paths* the
    paths of these files within the project, both by the path in the diagnostics. *version*
    is that of the linter.
    """

    diagnostics: Sequence[Diagnostic] = ()
    details: Sequence[ErrorDetail] = ()
    paths: Sequence[str] = ()
    lines: Mapping[str, Sequence[str]] = {}
    relative_paths: Mapping[str, str] = {}
    colored: bool = False
    rules: Sequence[Rule] = ()
    version: str = ""
