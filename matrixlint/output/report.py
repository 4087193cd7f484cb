"""What a reporter makes its text of."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail
from matrixlint.rules.rule import Rule


class Report(NamedTuple):
    """
    One run's answer: the diagnostics in their order, and what could not be done.

    *paths* are the files that were linted, *rules* those that one of them at least was
    held against. *lines* holds the source lines of every file that has a diagnostic, and
    *relative_paths* its path within the project, both by the path that the diagnostics bear.
    *version* is the tool's.
    """

    diagnostics: Sequence[Diagnostic] = ()
    details: Sequence[ErrorDetail] = ()
    paths: Sequence[str] = ()
    lines: Mapping[str, Sequence[str]] = {}
    relative_paths: Mapping[str, str] = {}
    colored: bool = False
    rules: Sequence[Rule] = ()
    version: str = ""
