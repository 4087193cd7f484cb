"""Values of a run: its options, the result of a file, the result of all files."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail
from matrixlint.linter.discovery import Target
from matrixlint.rules.rule import Rule


class RunOptions:
    """Number of processes, and whether to write the findings into the baseline."""

    __slots__ = ("jobs", "writes_baseline")

    def __init__(
        self,
        jobs: int = 1,
        *,
        writes_baseline: bool = False,
    ) -> None:
        self.jobs = jobs
        self.writes_baseline = writes_baseline


class RunResult(NamedTuple):
    """
    Result of all files; *paths*, *rules* and the mappings are those of a report.

    *fixes* is the number of fixes applied, or that would be; *diff* is a unified diff of
    their changes, *text* the fixed standard input.
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
    Result of one file; *lines* are its lines if there is a diagnostic.

    *is_linted* is true even if a rule of a plugin failed. *fixes*, *diff* and *text* are
    as in ``RunResult``.
    """

    diagnostics: Sequence[Diagnostic] = ()
    details: Sequence[ErrorDetail] = ()
    lines: Sequence[str] = ()
    notices: Sequence[str] = ()
    is_linted: bool = False
    fixes: int = 0
    diff: bytes = b""
    text: bytes | None = None


class FileResults:
    """Results of all targets, in their order, and the notices of the run."""

    __slots__ = ("notices", "results")

    def __init__(
        self,
        results: Sequence[FileResult],
        notices: Sequence[str] = (),
    ) -> None:
        self.results = results
        self.notices = notices


Worker = Callable[[Target], FileResult]
# Returns the diagnostics of a file, with those marked that are in its baseline.
MarkKnown = Callable[[Target, Sequence[Diagnostic]], list[Diagnostic]]
MakeWorker = Callable[[MarkKnown], Worker]
