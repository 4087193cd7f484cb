"""The linting of many files, in one process or in several, with one answer."""

import gc
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from matrixlint.cli.home import home
from matrixlint.diagnostic import Diagnostic
from matrixlint.discovery import Target
from matrixlint.errors import ErrorDetail, MatrixlintError
from matrixlint.linter import verdict
from matrixlint.rules.plugins import load_rules
from matrixlint.rules.rule import Rule
from matrixlint.text.files import read_file
from matrixlint.text.source import Source

# How many files go to a process at once, and how often each process is given some.
_LARGEST_BATCH = 10
_BATCHES = 4
# As many new objects are looked through for garbage, before the next file.
_MANY_OBJECTS = 20_000


class Result(NamedTuple):
    """
    What became of all files; *paths*, *rules* and the mappings are those of a report.

    *fixes* counts those that were made, or would be; *diff* is what they would change,
    *text* what they made of the standard input.
    """

    diagnostics: Sequence[Diagnostic] = ()
    troubles: Sequence[ErrorDetail] = ()
    paths: Sequence[str] = ()
    lines: Mapping[str, Sequence[str]] = {}
    homes: Mapping[str, str] = {}
    fails: bool = False
    remarks: Sequence[str] = ()
    fixes: int = 0
    diff: bytes = b""
    text: bytes | None = None
    rules: Sequence[Rule] = ()


class Outcome(NamedTuple):
    """
    What became of one file; *lines* are its own, where there is a diagnostic.

    It *is_linted* though the rule of a plugin failed on it. *fixes*, *diff* and *text* are
    as in a result.
    """

    diagnostics: Sequence[Diagnostic] = ()
    troubles: Sequence[ErrorDetail] = ()
    lines: Sequence[str] = ()
    remarks: Sequence[str] = ()
    is_linted: bool = False
    fixes: int = 0
    diff: bytes = b""
    text: bytes | None = None


class Fixing(NamedTuple):
    """Which fixes to make, and whether to show what they change instead of writing it."""

    unsafe: bool
    is_shown: bool


class Task(NamedTuple):
    """
    How to lint: with so many processes, and what to write besides.

    Where *reason* is no None, comments are written into the files that give it. *fixing*
    says which fixes to make, None for none.
    """

    jobs: int = 1
    writes_baseline: bool = False
    reason: str | None = None
    fixing: Fixing | None = None


def result(targets: Sequence[Target], troubles: Sequence[ErrorDetail], task: Task) -> Result:
    """Lint all *targets*; *troubles* are those that were met before."""
    writes = task.reason is not None or task.fixing is not None
    if writes or any(target.settings.baseline for target in targets):
        # Most runs write nothing and have nothing to compare their findings with.
        from matrixlint.cli.comparison import compared

        done = compared(targets, task)
    else:
        done = Done(list(outcomes(targets, task.jobs)))
    return _result(targets, troubles, done)


class Done(NamedTuple):
    """What became of each target, and what there is to say of all."""

    outcomes: Sequence[Outcome]
    remarks: Sequence[str] = ()


def _result(targets: Sequence[Target], troubles: Sequence[ErrorDetail], done: Done) -> Result:
    pairs = list(zip(targets, done.outcomes, strict=True))
    # One broken baseline may hold for many files.
    failed = dict.fromkeys(each for outcome in done.outcomes for each in outcome.troubles)
    found = [(target, outcome) for target, outcome in pairs if outcome.diagnostics]
    return Result(
        diagnostics=[row for _, outcome in found for row in outcome.diagnostics],
        troubles=[*troubles, *failed],
        paths=[target.path for target, outcome in pairs if outcome.is_linted],
        lines={target.path: outcome.lines for target, outcome in found},
        homes={target.path: home(target) for target, _ in found},
        fails=any(_fails(target, outcome) for target, outcome in found),
        remarks=[*done.remarks, *(each for outcome in done.outcomes for each in outcome.remarks)],
        fixes=sum(outcome.fixes for outcome in done.outcomes),
        diff=b"".join(outcome.diff for outcome in done.outcomes),
        text=next((each.text for each in done.outcomes if each.text is not None), None),
    )


def _fails(target: Target, outcome: Outcome) -> bool:
    limit = target.settings.fail_on
    live = (row for row in outcome.diagnostics if row.suppressed is None)
    return limit is not None and any(row.severity.reaches(limit) for row in live)


def outcomes(targets: Sequence[Target], jobs: int, work: "Work | None" = None) -> Iterator[Outcome]:
    """Yield what becomes of each of *targets*, in their order, by *work*; linting by default."""
    if jobs > 1 and len(targets) > 1:
        yield from _parallel(targets, min(jobs, len(targets)), work or _linted)
    else:
        yield from (guarded(target, work or _linted) for target in targets)


Work = Callable[[Target], Outcome]


def guarded(target: Target, work: Work) -> Outcome:
    """Do *work* on one file; whatever goes wrong keeps no other file from its turn."""
    if target.rows is not None:
        return _told(target, target.rows)
    if gc.get_count()[0] > _MANY_OBJECTS:
        gc.collect(0)
    try:
        return work(target)
    except MatrixlintError as error:
        return Outcome(troubles=error.troubles)
    except Exception as error:  # noqa: BLE001  a bug of ours must not hide other findings
        return Outcome(troubles=[_crash(error, target.path)])


def _told(document: Target, rows: Sequence[Diagnostic]) -> Outcome:
    if not rows:
        return Outcome()
    lines = Source.from_bytes(document.path, document.data or b"").lines
    return Outcome(rows, lines=lines, is_linted=True)


def _linted(target: Target) -> Outcome:
    data = read_file(target.location) if target.data is None else target.data
    source = Source.from_bytes(target.path, data)
    found = verdict(source, target.settings)
    lines = source.lines if found.rows else ()
    return Outcome(found.rows, found.troubles, lines, is_linted=True)


def _crash(error: Exception, path: str) -> ErrorDetail:
    culprit = _culprit(error)
    where = f" in rule {culprit}" if culprit else ""
    return ErrorDetail(f"internal error{where}: {type(error).__name__}: {error}", path)


def _culprit(error: Exception) -> str | None:
    checks = {getattr(rule.check, "__code__", None): rule.code for rule in load_rules()}
    found, trace = None, error.__traceback__
    while trace:
        found = checks.get(trace.tb_frame.f_code, found)
        trace = trace.tb_next
    return found


def _parallel(targets: Sequence[Target], jobs: int, work: Work) -> Iterator[Outcome]:
    # multiprocessing takes 50 ms to import; only many files are worth it.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Most files have the same settings, which are sent once a batch; small ones share the work.
    size = max(1, min(_LARGEST_BATCH, len(targets) // (jobs * _BATCHES)))
    batches = [targets[at : at + size] for at in range(0, len(targets), size)]
    # Python's own default differs between versions. A fork starts fastest, and is safe here:
    # the command has one thread. Elsewhere than on Linux, system libraries may have more.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=_ignore_interrupts)
    try:
        futures = [pool.submit(_batch, batch, work) for batch in batches]
        for batch, future in zip(batches, futures, strict=True):
            try:
                yield from future.result()
            except BrokenProcessPool:
                message = "was not linted: a process ended unexpectedly"
                yield from (Outcome(troubles=[ErrorDetail(message, each.path)]) for each in batch)
    finally:
        # After Ctrl-C nobody waits for the files that are left.
        pool.shutdown(cancel_futures=True)


def _batch(targets: Sequence[Target], work: Work) -> list[Outcome]:
    return [guarded(target, work) for target in targets]


def _ignore_interrupts() -> None:
    # Ctrl-C reaches every process of the group; the first one tells of it.
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
