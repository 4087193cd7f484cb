"""What a reporter makes its text of."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from matrixlint.diagnostic import Diagnostic
from matrixlint.error import Trouble


class Report(NamedTuple):
    """
    One run's answer: the diagnostics in their order, and what could not be done.

    *files* counts the files that were linted. *lines* holds the source lines of every
    file that has a diagnostic, and *homes* its path within the project, both by the
    path that the diagnostics bear.
    """

    diagnostics: Sequence[Diagnostic] = ()
    troubles: Sequence[Trouble] = ()
    files: int = 0
    lines: Mapping[str, Sequence[str]] = {}
    homes: Mapping[str, str] = {}
    colored: bool = False
