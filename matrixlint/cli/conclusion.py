"""How a run of ``matrixlint check`` ends: what is printed of it, and its exit status."""

from collections.abc import Collection

from matrixlint import __version__
from matrixlint.cli.delivery import Printed, deliver, printed
from matrixlint.cli.option import Options
from matrixlint.cli.output import (
    complain,
    is_colored,
    say,
    write,
    write_bytes,
    write_diff,
)
from matrixlint.cli.summary import Fixes, statistics, summary
from matrixlint.diagnostic import Diagnostic, Severity
from matrixlint.linter.result import RunResult
from matrixlint.output.report import Report

FAILED = 2


def conclude(options: Options, found: RunResult, formats: Collection[str | None] = ()) -> int:
    """
    Report what was found, in the formats that were asked for, and return the status.

    *formats* are those that the configurations of the files ask for.
    """
    failures = deliver(options, formats, _report(options, found))
    # What is printed tells of the files that could not be written, too.
    found = found._replace(troubles=[*found.troubles, *failures])
    made = _report(options, found)
    _print(options, found, printed(options, formats, made))
    complain(found.troubles)
    for remark in found.remarks:
        say(remark)
    live = _live(found.diagnostics)
    if options.statistics:
        for row in statistics(_live(made.diagnostics)):
            say(row)
    if not options.quiet:
        shown = (
            0 if options.fix_only else len(found.diagnostics if options.show_suppressed else live)
        )
        say(
            summary(
                made,
                hidden=max(0, shown - len(made.diagnostics)),
                suppressed=len(found.diagnostics) - len(live),
                fixes=_fixes(options, found, live),
            )
        )
    if found.troubles:
        return FAILED
    fails = found.fails and not options.fix_only
    return int((fails or bool(found.diff)) and not options.exit_zero)


def _report(options: Options, found: RunResult) -> Report:
    limit = Severity(options.min_severity)
    shown = found.diagnostics if options.show_suppressed else _live(found.diagnostics)
    listed = [row for row in shown if row.severity.reaches(limit)]
    return Report(
        diagnostics=[] if options.fix_only else listed,
        troubles=found.troubles,
        paths=found.paths,
        lines=found.lines,
        homes=found.homes,
        colored=is_colored(options.color),
        rules=found.rules,
        version=__version__,
    )


def _live(rows: Collection[Diagnostic]) -> list[Diagnostic]:
    return [row for row in rows if row.suppressed is None]


def _print(options: Options, found: RunResult, report: Printed) -> None:
    if options.diff:
        # The report would keep ``patch`` from reading the difference.
        write_diff(found.diff)
    elif found.text is None:
        write(report.text)
        write(report.commands, as_is=True)
    else:
        write_bytes(found.text)
        if report.text:
            say(report.text.removesuffix("\n"))
        if report.commands:
            say(report.commands.removesuffix("\n"), as_is=True)


def _fixes(options: Options, found: RunResult, live: Collection[Diagnostic]) -> Fixes:
    safe = sum(row.fix is not None and row.fix.safe for row in live)
    unsafe = sum(row.fix is not None and not row.fix.safe for row in live)
    return Fixes(
        made=found.fixes,
        left=len(live),
        safe=safe,
        unsafe=0 if options.unsafe_fixes else unsafe,
        is_asked=options.is_fixing,
        is_shown=options.diff,
    )
