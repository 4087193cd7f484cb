"""The linting of many files, in one process or in several, with one answer."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from matrixlint.configfile import repository
from matrixlint.diagnostic import Diagnostic
from matrixlint.discovery import Target
from matrixlint.error import MatrixlintError, Trouble
from matrixlint.file import read
from matrixlint.linter import lint
from matrixlint.rules import ALL
from matrixlint.source import Source


class Result(NamedTuple):
    """What became of all files; the mappings are those of a report."""

    diagnostics: Sequence[Diagnostic] = ()
    troubles: Sequence[Trouble] = ()
    files: int = 0
    lines: Mapping[str, Sequence[str]] = {}
    homes: Mapping[str, str] = {}
    fails: bool = False


class Outcome(NamedTuple):
    """What became of one file; *lines* are its own, where there is a diagnostic."""

    diagnostics: Sequence[Diagnostic] = ()
    troubles: Sequence[Trouble] = ()
    lines: Sequence[str] = ()


def result(targets: Sequence[Target], troubles: Sequence[Trouble], jobs: int) -> Result:
    """Lint all *targets*; *troubles* are those that were met before."""
    outcomes = list(_outcomes(targets, jobs))
    pairs = list(zip(targets, outcomes, strict=True))
    failed = [trouble for outcome in outcomes for trouble in outcome.troubles]
    found = [(target, outcome) for target, outcome in pairs if outcome.diagnostics]
    return Result(
        diagnostics=[row for _, outcome in found for row in outcome.diagnostics],
        troubles=[*troubles, *failed],
        files=sum(not outcome.troubles for outcome in outcomes),
        lines={target.path: outcome.lines for target, outcome in found},
        homes={target.path: _home(target) for target, _ in found},
        fails=any(_fails(target, outcome) for target, outcome in found),
    )


def _fails(target: Target, outcome: Outcome) -> bool:
    limit = target.settings.fail_on
    return limit is not None and any(row.severity.reaches(limit) for row in outcome.diagnostics)


def _home(target: Target) -> str:
    folder = os.path.dirname(os.path.abspath(target.path))
    root = target.settings.folder or repository(folder)
    return os.path.relpath(target.path, root).replace(os.sep, "/")


def _outcomes(targets: Sequence[Target], jobs: int) -> Iterator[Outcome]:
    """Yield what becomes of each of *targets*, in their order."""
    if jobs > 1 and len(targets) > 1:
        yield from _parallel(targets, min(jobs, len(targets)))
    else:
        yield from map(outcome, targets)


def outcome(target: Target) -> Outcome:
    """Lint one file; whatever goes wrong is told and keeps no other file from its turn."""
    try:
        data = read(target.location) if target.data is None else target.data
        source = Source.from_bytes(target.path, data)
        found = lint(source, target.settings)
    except MatrixlintError as error:
        return Outcome(troubles=error.troubles)
    except Exception as error:  # noqa: BLE001  a bug of ours must not hide other findings
        return Outcome(troubles=[_crash(error, target.path)])
    diagnostics = [row for row in found if row.suppressed is None]
    return Outcome(diagnostics, lines=source.lines if diagnostics else ())


def _crash(error: Exception, path: str) -> Trouble:
    culprit = _culprit(error)
    where = f" in rule {culprit}" if culprit else ""
    return Trouble(f"internal error{where}: {type(error).__name__}: {error}", path)


def _culprit(error: Exception) -> str | None:
    checks = {getattr(rule.check, "__code__", None): rule.code for rule in ALL}
    found, trace = None, error.__traceback__
    while trace:
        found = checks.get(trace.tb_frame.f_code, found)
        trace = trace.tb_next
    return found


def _parallel(targets: Sequence[Target], jobs: int) -> Iterator[Outcome]:
    # multiprocessing takes 50 ms to import; only many files are worth it.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(jobs, initializer=_ignore_interrupts)
    try:
        futures = [pool.submit(outcome, target) for target in targets]
        for target, future in zip(targets, futures, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool:
                message = "was not linted: a process ended unexpectedly"
                yield Outcome(troubles=[Trouble(message, target.path)])
    finally:
        # After Ctrl-C nobody waits for the files that are left.
        pool.shutdown(cancel_futures=True)


def _ignore_interrupts() -> None:
    # Ctrl-C reaches every process of the group; the first one tells of it.
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
