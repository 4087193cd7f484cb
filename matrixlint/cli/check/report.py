"""How a run of ``matrixlint check`` ends: what is printed of it, and its exit status."""

from collections.abc import Collection

from matrixlint import __version__
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
from matrixlint.diagnostic import Diagnostic, Severity
from matrixlint.linter.result import RunResult
from matrixlint.output.report import Report

FAILED = 2


def finish_run(options: Options, found: RunResult, formats: Collection[str | None] = ()) -> int:
    """
    Report what was found, in the formats that were asked for, and return the status.

    *formats* are those that the configurations of the files ask for.
    """
    failures = write_reports(options, formats, _report(options, found))
    # What is printed tells of the files that could not be written, too.
    found = found._replace(details=[*found.details, *failures])
    made = _report(options, found)
    _print(options, found, render_to_stdout(options, formats, made))
    print_errors(found.details)
    for notice in found.notices:
        print_stderr(notice)
    if options.statistics:
        for line in count_by_rule(_find_active(made.diagnostics)):
            print_stderr(line)
    if not options.quiet:
        print_stderr(_summarize(options, found, made))
    if found.details:
        return FAILED
    fails = found.fails and not options.fix_only
    return int((fails or bool(found.diff)) and not options.exit_zero)


def _summarize(options: Options, found: RunResult, report: Report) -> str:
    active = _find_active(found.diagnostics)
    wanted = len(found.diagnostics if options.show_suppressed else active)
    return summarize(
        report,
        hidden=0 if options.fix_only else max(0, wanted - len(report.diagnostics)),
        suppressed=len(found.diagnostics) - len(active),
        fixes=_fixes(options, found, active),
    )


def _report(options: Options, found: RunResult) -> Report:
    limit = Severity(options.min_severity)
    shown = found.diagnostics if options.show_suppressed else _find_active(found.diagnostics)
    listed = [diagnostic for diagnostic in shown if diagnostic.severity.reaches(limit)]
    return Report(
        diagnostics=[] if options.fix_only else listed,
        details=found.details,
        paths=found.paths,
        lines=found.lines,
        relative_paths=found.relative_paths,
        colored=is_colored(options.color),
        rules=found.rules,
        version=__version__,
    )


def _find_active(diagnostics: Collection[Diagnostic]) -> list[Diagnostic]:
    return [diagnostic for diagnostic in diagnostics if diagnostic.suppressed is None]


def _print(options: Options, found: RunResult, report: PrintedReport) -> None:
    if options.diff:
        # The report would keep ``patch`` from reading the difference.
        print_diff(found.diff)
    elif found.text is None:
        print_text(report.text)
        print_text(report.commands, as_is=True)
    else:
        print_bytes(found.text)
        if report.text:
            print_stderr(report.text.removesuffix("\n"))
        if report.commands:
            print_stderr(report.commands.removesuffix("\n"), as_is=True)


def _fixes(options: Options, found: RunResult, active: Collection[Diagnostic]) -> Fixes:
    safe = sum(diagnostic.fix is not None and diagnostic.fix.safe for diagnostic in active)
    unsafe = sum(diagnostic.fix is not None and not diagnostic.fix.safe for diagnostic in active)
    return Fixes(
        made=found.fixes,
        left=len(active),
        safe=safe,
        unsafe=0 if options.unsafe_fixes else unsafe,
        is_asked=options.is_fixing,
        is_shown=options.diff,
    )
