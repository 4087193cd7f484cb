"""Run a worker over many files, in one process or in several."""

import gc
import sys
from collections.abc import Iterator, Sequence

from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail, MatrixlintError
from matrixlint.linter.discovery import Target
from matrixlint.linter.lint import lint_source
from matrixlint.linter.result import FileResult, Worker
from matrixlint.rules.plugins import load_rules
from matrixlint.text.files import read_file
from matrixlint.text.source import Source

# Maximum number of files in a batch, and number of batches for each process.
_MAX_BATCH_SIZE = 10
_BATCHES_PER_JOB = 4
# Number of new objects after which garbage is collected, before the next file.
_MAX_NEW_OBJECTS = 20_000


def run_files(
    targets: Sequence[Target], jobs: int, worker: Worker | None = None
) -> Iterator[FileResult]:
    """
    Yield the result of each of *targets*, in their order.

    *jobs* is the number of processes; *worker* is called for each file, the linter by default.
    """
    if jobs > 1 and len(targets) > 1:
        yield from _run_parallel(targets, min(jobs, len(targets)), worker or lint_target)
    else:
        yield from (run_file_safely(target, worker or lint_target) for target in targets)


def run_file_safely(target: Target, worker: Worker) -> FileResult:
    """Call *worker* for *target*; return its exceptions as details of the result."""
    if target.diagnostics is not None:
        return _report_document(target, target.diagnostics)
    if gc.get_count()[0] > _MAX_NEW_OBJECTS:
        gc.collect(0)
    try:
        return worker(target)
    except MatrixlintError as error:
        return FileResult(details=error.details)
    except Exception as error:  # noqa: BLE001  a bug of the linter must not hide other findings
        return FileResult(details=[_describe_crash(error, target.path)])


def _report_document(document: Target, diagnostics: Sequence[Diagnostic]) -> FileResult:
    if not diagnostics:
        return FileResult()
    lines = Source.from_bytes(document.path, document.data or b"").lines
    return FileResult(diagnostics, lines=lines, is_linted=True)


def lint_target(target: Target) -> FileResult:
    """Lint one file; raise FileError if it cannot be read."""
    data = read_file(target.location) if target.data is None else target.data
    source = Source.from_bytes(target.path, data)
    found = lint_source(source, target.settings)
    lines = source.lines if found.diagnostics else ()
    return FileResult(found.diagnostics, found.details, lines, is_linted=True)


def _describe_crash(error: Exception, path: str) -> ErrorDetail:
    code = _find_crashed_rule(error)
    where = f" in rule {code}" if code else ""
    return ErrorDetail(f"internal error{where}: {type(error).__name__}: {error}", path)


def _find_crashed_rule(error: Exception) -> str | None:
    ran = [rule for rule in load_rules() if rule.is_imported]
    checks = {getattr(rule.check, "__code__", None): rule.code for rule in ran}
    found, trace = None, error.__traceback__
    while trace:
        found = checks.get(trace.tb_frame.f_code, found)
        trace = trace.tb_next
    return found


def _run_parallel(targets: Sequence[Target], jobs: int, worker: Worker) -> Iterator[FileResult]:
    # Imported late: multiprocessing takes 50 ms, which only many files make up for.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Settings are sent once per batch, and most files share them; small batches balance the load.
    size = max(1, min(_MAX_BATCH_SIZE, len(targets) // (jobs * _BATCHES_PER_JOB)))
    batches = [targets[at : at + size] for at in range(0, len(targets), size)]
    # Python's default differs between versions. Fork is fastest, and safe on Linux because
    # the command has one thread. On other systems, system libraries may start threads.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=_ignore_interrupts)
    try:
        futures = [pool.submit(_run_batch, batch, worker) for batch in batches]
        for batch, future in zip(batches, futures, strict=True):
            try:
                yield from future.result()
            except BrokenProcessPool:
                message = "was not linted: a process ended unexpectedly"
                yield from (FileResult(details=[ErrorDetail(message, each.path)]) for each in batch)
    finally:
        # After Ctrl-C, the remaining files are not needed.
        pool.shutdown(cancel_futures=True)


def _run_batch(targets: Sequence[Target], worker: Worker) -> list[FileResult]:
    return [run_file_safely(target, worker) for target in targets]


def _ignore_interrupts() -> None:
    # Ctrl-C reaches every process of the group; only the parent reports it.
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
