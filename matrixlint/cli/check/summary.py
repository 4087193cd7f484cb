"""Summary line of a run, and statistics of its findings by rule."""

from collections import Counter
from collections.abc import Sequence

from matrixlint.diagnostic import Diagnostic, Severity, find_active
from matrixlint.output.report import Report
from matrixlint.text.phrases import format_count


class Fixes:
    """
    Number of fixes *made*, and of findings *left*.

    *safe* and *unsafe* are the numbers of remaining findings with such a fix; *unsafe* is
    0 if unsafe fixes were requested. *is_asked* is whether fixes were requested,
    *is_shown* whether they were shown and not written.
    """

    __slots__ = ("is_asked", "is_shown", "left", "made", "safe", "unsafe")

    def __init__(  # noqa: PLR0913  a value of as many parts
        self,
        *,
        made: int = 0,
        left: int = 0,
        safe: int = 0,
        unsafe: int = 0,
        is_asked: bool = False,
        is_shown: bool = False,
    ) -> None:
        self.made = made
        self.left = left
        self.safe = safe
        self.unsafe = unsafe
        self.is_asked = is_asked
        self.is_shown = is_shown


def summarize(
    report: Report, *, hidden: int, suppressed: int = 0, fixes: Fixes | None = None
) -> str:
    """Return the summary line: the findings, fixes, and findings that are not listed."""
    active = find_active(report.diagnostics)
    parts = [
        _describe_findings(active, len(report.paths)) if active else _describe_clean(report, hidden)
    ]
    if fixes and fixes.is_asked and (fixes.made or fixes.left):
        parts = [_describe_made(fixes)]
    elif fixes and (fixes.safe or fixes.unsafe):
        parts.append(_describe_fixable(fixes))
    if suppressed:
        parts.append(f"{format_count(suppressed, 'finding')} suppressed")
    if hidden:
        parts.append(f"{format_count(hidden, 'finding')} hidden by --min-severity")
    if report.details:
        parts.append(format_count(len(report.details), "failure"))
    return "; ".join(parts)


def count_by_rule(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """Return a line for each rule, the most frequent first."""
    counts = Counter((found.code, found.name) for found in diagnostics)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    width = max((len(str(number)) for _, number in ordered), default=0)
    return [f"{number:>{width}}  {code} {name}" for (code, name), number in ordered]


def _describe_made(fixes: Fixes) -> str:
    done = "would be mended" if fixes.is_shown else "mended"
    more = f", {fixes.unsafe} more with --unsafe-fixes" if fixes.unsafe else ""
    return f"{fixes.made} {done}, {fixes.left} left{more}"


def _describe_fixable(fixes: Fixes) -> str:
    if not fixes.safe:
        return f"{fixes.unsafe} can be mended with --fix --unsafe-fixes"
    more = f", {fixes.unsafe} more with --unsafe-fixes" if fixes.unsafe else ""
    return f"{fixes.safe} can be mended with --fix{more}"


def _describe_findings(diagnostics: Sequence[Diagnostic], files: int) -> str:
    counts = Counter(found.severity for found in diagnostics)
    *others, last = (format_count(counts[each], each) for each in Severity if counts[each])
    kinds = f"{', '.join(others)} and {last}" if others else last
    affected = len({found.path for found in diagnostics})
    some = f"{affected} of " if affected < files else ""
    return f"found {kinds} in {some}{format_count(files, 'file')}"


def _describe_clean(report: Report, hidden: int) -> str:
    number = len(report.paths)
    if not number:
        return "no file linted"
    files = format_count(number, "file")
    if hidden:
        return f"{files} linted"
    return f"{files} clean" if number == 1 or report.details else f"all {files} clean"
