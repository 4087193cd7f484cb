"""End of a run of ``check``: print the results, choose the exit status."""

from collections.abc import Collection

from matrixlint import __version__
from matrixlint.cli.check.exit_status import choose_exit_status
from matrixlint.cli.check.options import Options
from matrixlint.cli.check.outputs import PrintedReport, render_to_stdout, write_reports
from matrixlint.cli.check.summary import Fixes, count_by_rule, summarize
from matrixlint.cli.streams import (
    is_colored,
    print_bytes,
    print_diff,
    print_errors,
    print_stderr,
    print_text,
)
from matrixlint.diagnostic import Diagnostic, Severity, find_active
from matrixlint.linter.result import RunResult
from matrixlint.output.report import Report


def finish_run(options: Options, result: RunResult, formats: Collection[str | None] = ()) -> int:
    """
    Report *result* in the requested formats, and return the exit status.

    *formats* are the output formats in the configurations of the files.
    """
    failures = write_reports(options, formats, _build_report(options, result))
    # The printed report includes the files that could not be written.
    result = result._replace(details=[*result.details, *failures])
    report = _build_report(options, result)
    _print(options, result, render_to_stdout(options, formats, report))
    print_errors(result.details)
    for notice in result.notices:
        print_stderr(notice)
    if options.statistics:
        for line in count_by_rule(find_active(report.diagnostics)):
            print_stderr(line)
    if not options.quiet:
        print_stderr(_summarize(options, result, report))
    return choose_exit_status(options, result)


def _summarize(options: Options, result: RunResult, report: Report) -> str:
    active = find_active(result.diagnostics)
    total = len(result.diagnostics if options.show_suppressed else active)
    return summarize(
        report,
        hidden=0 if options.fix_only else max(0, total - len(report.diagnostics)),
        suppressed=len(result.diagnostics) - len(active),
        fixes=_count_fixes(options, result, active),
    )


def _build_report(options: Options, result: RunResult) -> Report:
    limit = Severity(options.min_severity)
    shown = result.diagnostics if options.show_suppressed else find_active(result.diagnostics)
    listed = [diagnostic for diagnostic in shown if diagnostic.severity.reaches(limit)]
    return Report(
        diagnostics=[] if options.fix_only else listed,
        details=result.details,
        paths=result.paths,
        lines=result.lines,
        relative_paths=result.relative_paths,
        colored=is_colored(options.color),
        rules=result.rules,
        version=__version__,
    )


def _print(options: Options, result: RunResult, report: PrintedReport) -> None:
    if options.diff:
        # With a report in it, ``patch`` could not read the diff.
        print_diff(result.diff)
    elif result.text is None:
        print_text(report.text)
        print_text(report.commands, as_is=True)
    else:
        print_bytes(result.text)
        if report.text:
            print_stderr(report.text.removesuffix("\n"))
        if report.commands:
            print_stderr(report.commands.removesuffix("\n"), as_is=True)


def _count_fixes(options: Options, result: RunResult, active: Collection[Diagnostic]) -> Fixes:
    safe = sum(diagnostic.fix is not None and diagnostic.fix.safe for diagnostic in active)
    unsafe = sum(diagnostic.fix is not None and not diagnostic.fix.safe for diagnostic in active)
    return Fixes(
        made=result.fixes,
        left=len(active),
        safe=safe,
        unsafe=0 if options.unsafe_fixes else unsafe,
        is_asked=options.is_fixing,
        is_shown=options.diff,
    )
