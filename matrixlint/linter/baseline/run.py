"""Lint files and compare their diagnostics with baselines."""

import os
from collections.abc import Mapping, Sequence

from matrixlint.linter.baseline.match import BaselineSet, LintedFile
from matrixlint.linter.discovery import Target
from matrixlint.linter.result import FileResult, FileResults, MakeWorker, RunOptions
from matrixlint.linter.runner import run_files


def lint_with_baseline(
    targets: Sequence[Target], options: RunOptions, make_worker: MakeWorker | None = None
) -> FileResults:
    """
    Lint *targets* and mark the diagnostics that their baselines hold.

    With ``options.writes_baseline``, write the baselines. *make_worker* is the same as
    for ``lint_targets``.
    """
    known = BaselineSet(targets, may_be_missing=options.writes_baseline)
    readable = [target for target in targets if target.settings.baseline not in known.failures]
    found = {
        target.path: outcome
        for target, outcome in zip(
            readable, _run(readable, options, known, make_worker), strict=True
        )
    }
    linted = [
        LintedFile(target, found[target.path].diagnostics)
        for target in readable
        if not found[target.path].details
    ]
    notices = list(known.write(linted) if options.writes_baseline else known.find_stale(linted))
    return FileResults([_mark_known(target, found, known) for target in targets], notices)


def _mark_known(target: Target, found: Mapping[str, FileResult], known: BaselineSet) -> FileResult:
    # Without the baseline, all known findings would look like new ones.
    if target.settings.baseline in known.failures:
        return FileResult(details=known.failures[target.settings.baseline])
    outcome = found[target.path]
    return outcome._replace(diagnostics=known.mark(target, outcome.diagnostics))


def _run(
    targets: Sequence[Target],
    options: RunOptions,
    known: BaselineSet,
    make_worker: MakeWorker | None,
) -> list[FileResult]:
    if make_worker is None:
        return list(run_files(targets, options.jobs))
    # A file that has two names must not be written by two processes at the same time.
    is_shared = len(targets) > len(_get_real_paths(targets))
    return list(run_files(targets, 1 if is_shared else options.jobs, make_worker(known.mark)))


def _get_real_paths(targets: Sequence[Target]) -> set[str]:
    return {os.path.realpath(target.location) for target in targets}
