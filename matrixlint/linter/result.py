"""Values of a run: what became of a file, of all files, and how to run."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail
from matrixlint.linter.discovery import Target
from matrixlint.rules.rule import Rule


class RunOptions(NamedTuple):
    """In how many processes to lint, and whether to write the findings into the baseline."""

    jobs: int = 1
    writes_baseline: bool = False


class RunResult(NamedTuple):
    """
    What became of all files; *paths*, *rules* and the mappings are those of a report.

    *fixes* counts those that were made, or would be; *diff* is what they would change,
    *text* what they made of the standard input.
    """

    diagnostics: Sequence[Diagnostic] = ()
    details: Sequence[ErrorDetail] = ()
    paths: Sequence[str] = ()
    lines: Mapping[str, Sequence[str]] = {}
    relative_paths: Mapping[str, str] = {}
    fails: bool = False
    notices: Sequence[str] = ()
    fixes: int = 0
    diff: bytes = b""
    text: bytes | None = None
    rules: Sequence[Rule] = ()


class FileResult(NamedTuple):
    """
    What became of one file; *lines* are its own, where there is a diagnostic.

    It *is_linted* though the rule of a plugin failed on it. *fixes*, *diff* and *text* are
    as in a result.
    """

    diagnostics: Sequence[Diagnostic] = ()
    details: Sequence[ErrorDetail] = ()
    lines: Sequence[str] = ()
    notices: Sequence[str] = ()
    is_linted: bool = False
    fixes: int = 0
    diff: bytes = b""
    text: bytes | None = None


class FileResults(NamedTuple):
    """What became of each target, and what there is to say of all."""

    results: Sequence[FileResult]
    notices: Sequence[str] = ()


Worker = Callable[[Target], FileResult]
# Return the diagnostics of a file, those marked that its baseline holds.
MarkKnown = Callable[[Target, Sequence[Diagnostic]], list[Diagnostic]]
MakeWorker = Callable[[MarkKnown], Worker]
