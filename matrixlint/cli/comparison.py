"""Findings against the comments and the baselines that are to keep them silent."""

import os
from collections.abc import Mapping, Sequence
from functools import partial

from matrixlint.cli.known import Known, Linted
from matrixlint.cli.work import Done, Outcome, Task, Work, outcomes
from matrixlint.discovery import Target


def compared(targets: Sequence[Target], task: Task) -> Done:
    """Lint *targets*, write what *task* wants written, and mark what is known."""
    known = Known(targets, may_lack=task.writes_baseline)
    able = [target for target in targets if target.settings.baseline not in known.failures]
    found = {
        target.path: outcome
        for target, outcome in zip(able, _outcomes(able, task, known), strict=True)
    }
    linted = [
        Linted(target, found[target.path].diagnostics)
        for target in able
        if not found[target.path].troubles
    ]
    remarks = list(known.write(linted) if task.writes_baseline else known.stale(linted))
    return Done([_marked(target, found, known) for target in targets], remarks)


def _marked(target: Target, found: Mapping[str, Outcome], known: Known) -> Outcome:
    # Without what is known, all old findings would look like new ones.
    if target.settings.baseline in known.failures:
        return Outcome(troubles=known.failures[target.settings.baseline])
    outcome = found[target.path]
    return outcome._replace(diagnostics=known.marked(target, outcome.diagnostics))


def _outcomes(targets: Sequence[Target], task: Task, known: Known) -> list[Outcome]:
    work = _work(task, known)
    # Two names of one file cannot be written at the same time.
    is_shared = work is not None and len(targets) > len(_places(targets))
    return list(outcomes(targets, 1 if is_shared else task.jobs, work))


def _places(targets: Sequence[Target]) -> set[str]:
    return {os.path.realpath(target.location) for target in targets}


def _work(task: Task, known: Known) -> Work | None:
    # Few runs write into the files.
    if task.fixing is not None:
        from matrixlint.cli.fixes import mended

        return partial(mended, fixing=task.fixing, mark=known.marked)
    if task.reason is not None:
        from matrixlint.cli.ignores import silenced

        return partial(silenced, reason=task.reason, mark=known.marked)
    return None
