"""``matrixlint check``: files are linted and the findings reported."""

from collections.abc import Collection, Sequence

from matrixlint import __version__
from matrixlint.cli.argument import discovered, faults, misnamed
from matrixlint.cli.option import Options, parser
from matrixlint.cli.output import complain, is_colored, is_terminal, say, write
from matrixlint.cli.summary import statistics, summary
from matrixlint.cli.work import Result, Task, result
from matrixlint.diagnostic import Severity
from matrixlint.discovery import Discovery
from matrixlint.error import MatrixlintError
from matrixlint.plugin import rules
from matrixlint.report import render
from matrixlint.report.printable import printable
from matrixlint.report.report import Report
from matrixlint.rule import Rule

_FAILED = 2


def run(words: Sequence[str]) -> int:
    """Do what *words* say and return the exit status."""
    made = parser()
    options = Options()
    paths = made.read(words, options)
    if options.help:
        write(made.format_help())
        return 0
    if options.version:
        write(f"matrixlint {__version__}\n")
        return 0
    return _check(options, paths)


def _check(options: Options, paths: Sequence[str]) -> int:
    if troubles := list(faults(options, paths)):
        return _conclude(options, Result(troubles=troubles))
    try:
        discovery = discovered(options, paths)
    except MatrixlintError as error:
        return _conclude(options, Result(troubles=error.troubles))
    # Which rules there are hangs on the configurations that were found.
    if troubles := misnamed(options, _rules(discovery)):
        # A configuration that is broken may be why they are not known.
        broken = [trouble for trouble in discovery.troubles if trouble.path is not None]
        return _conclude(options, Result(troubles=[*broken, *troubles]))
    _remark(discovery)
    if options.show_files or options.show_settings:
        return _show(options, discovery)
    task = Task(options.jobs, options.write_baseline, options.add_ignores)
    found = result(discovery.targets, discovery.troubles, task)
    formats = {target.settings.output_format for target in discovery.targets}
    return _conclude(options, found, formats)


def _rules(discovery: Discovery) -> list[Rule]:
    """Return all rules that some target has in force."""
    plugins = {target.settings.plugins for target in discovery.targets}
    return list({rule.code: rule for names in plugins or {()} for rule in rules(names)}.values())


def _remark(discovery: Discovery) -> None:
    targets = discovery.targets
    if discovery.excluded and not targets:
        names = printable(", ".join(discovery.excluded))
        say(f"matrixlint: nothing to lint: all named files are excluded: {names}")
    if targets and not any(target.settings.codes for target in targets):
        say("matrixlint: nothing is checked: no rule is selected")


def _show(options: Options, discovery: Discovery) -> int:
    from matrixlint.cli import show

    listing = show.settings if options.show_settings else show.files
    write(listing(discovery.targets))
    complain(discovery.troubles)
    return _FAILED if discovery.troubles else 0


def _conclude(options: Options, found: Result, formats: Collection[str | None] = ()) -> int:
    """Print what was found, in the format that was asked for, and return the status."""
    limit = Severity(options.min_severity)
    live = [row for row in found.diagnostics if row.suppressed is None]
    shown = found.diagnostics if options.show_suppressed else live
    listed = [row for row in shown if row.severity.reaches(limit)]
    made = Report(
        diagnostics=listed,
        troubles=found.troubles,
        files=found.files,
        lines=found.lines,
        homes=found.homes,
        colored=is_colored(options.color),
    )
    write(render(options.output_format or _format(formats), made))
    complain(found.troubles)
    for remark in found.remarks:
        say(remark)
    if options.statistics:
        for row in statistics([row for row in listed if row.suppressed is None]):
            say(row)
    if not options.quiet:
        suppressed = len(found.diagnostics) - len(live)
        say(summary(made, hidden=len(shown) - len(listed), suppressed=suppressed))
    if found.troubles:
        return _FAILED
    return int(found.fails and not options.exit_zero)


def _format(formats: Collection[str | None]) -> str:
    # What the configurations of all files agree on holds for the one report.
    agreed = set(formats)
    if len(agreed) == 1 and (name := agreed.pop()):
        return name
    return "full" if is_terminal() else "concise"
