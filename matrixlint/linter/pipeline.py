"""Lint many files and return one result."""

from collections.abc import Sequence

from matrixlint.diagnostic import find_active
from matrixlint.errors import ErrorDetail
from matrixlint.linter.discovery import Target
from matrixlint.linter.result import FileResult, FileResults, MakeWorker, RunOptions, RunResult
from matrixlint.linter.runner import run_files


def lint_targets(
    targets: Sequence[Target],
    details: Sequence[ErrorDetail],
    options: RunOptions | None = None,
    make_worker: MakeWorker | None = None,
) -> RunResult:
    """
    Lint all *targets*; *details* are the errors that occurred before.

    *make_worker* makes the function that is called for each file instead of the linter;
    it may write the file.
    """
    options = options or RunOptions()
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
    failed = dict.fromkeys(each for result in results.results for each in result.details)
    found = [(target, result) for target, result in pairs if result.diagnostics]
    return RunResult(
        diagnostics=[diagnostic for _, result in found for diagnostic in result.diagnostics],
        details=[*details, *failed],
        paths=[target.path for target, result in pairs if result.is_linted],
        lines={target.path: result.lines for target, result in found},
        relative_paths=_find_relative_paths([target for target, _ in found]),
        fails=any(_fails(target, result) for target, result in found),
        notices=[
            *results.notices,
            *(each for result in results.results for each in result.notices),
        ],
        fixes=sum(result.fixes for result in results.results),
        diff=b"".join(result.diff for result in results.results),
        text=next((each.text for each in results.results if each.text is not None), None),
    )


def _fails(target: Target, result: FileResult) -> bool:
    limit = target.settings.fail_on
    active = find_active(result.diagnostics)
    return limit is not None and any(diagnostic.severity.reaches(limit) for diagnostic in active)


def _find_relative_paths(targets: Sequence[Target]) -> dict[str, str]:
    if not targets:
        return {}
    # Imported late: a clean run reports no path.
    from matrixlint.linter.target_paths import relative_path

    return {target.path: relative_path(target) for target in targets}
