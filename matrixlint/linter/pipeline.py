"""Lint many files and return one result."""

from collections.abc import Sequence

from matrixlint.errors import ErrorDetail
from matrixlint.linter.discovery import Target
from matrixlint.linter.result import FileResult, FileResults, MakeWorker, RunOptions, RunResult
from matrixlint.linter.runner import run_files


def lint_targets(
    targets: Sequence[Target],
    details: Sequence[ErrorDetail],
    options: RunOptions = RunOptions(),  # noqa: B008  it is immutable
    make_worker: MakeWorker | None = None,
) -> RunResult:
    """
    Lint all *targets*; *details* are the errors that occurred before.

    *make_worker* makes the function that is called for each file instead of the linter;
    it may write the file.
    """
    if make_worker is not None or any(target.settings.baseline for target in targets):
        # Imported late: most runs write no files and have no baseline.
        from matrixlint.linter.baseline.run import lint_with_baseline

        results = lint_with_baseline(targets, options, make_worker)
    else:
        results = FileResults(list(run_files(targets, options.jobs)))
    return _merge_results(targets, details, results)


def _merge_results(
    targets: Sequence[Target], details: Sequence[ErrorDetail], results: FileResults
) -> RunResult:
    pairs = list(zip(targets, results.results, strict=True))
    # Many files may have the same broken baseline.
    failed = dict.fromkeys(each for outcome in results.results for each in outcome.details)
    found = [(target, outcome) for target, outcome in pairs if outcome.diagnostics]
    return RunResult(
        diagnostics=[diagnostic for _, outcome in found for diagnostic in outcome.diagnostics],
        details=[*details, *failed],
        paths=[target.path for target, outcome in pairs if outcome.is_linted],
        lines={target.path: outcome.lines for target, outcome in found},
        relative_paths=_find_relative_paths([target for target, _ in found]),
        fails=any(_fails(target, outcome) for target, outcome in found),
        notices=[
            *results.notices,
            *(each for outcome in results.results for each in outcome.notices),
        ],
        fixes=sum(outcome.fixes for outcome in results.results),
        diff=b"".join(outcome.diff for outcome in results.results),
        text=next((each.text for each in results.results if each.text is not None), None),
    )


def _fails(target: Target, outcome: FileResult) -> bool:
    limit = target.settings.fail_on
    active = (diagnostic for diagnostic in outcome.diagnostics if diagnostic.suppressed is None)
    return limit is not None and any(diagnostic.severity.reaches(limit) for diagnostic in active)


def _find_relative_paths(targets: Sequence[Target]) -> dict[str, str]:
    if not targets:
        return {}
    # Imported late: a clean run reports no path.
    from matrixlint.linter.target_paths import relative_path

    return {target.path: relative_path(target) for target in targets}
