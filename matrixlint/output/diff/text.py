"""Format a diff as text: a line for each change, then a summary."""

from collections.abc import Iterator

from matrixlint.output.diff.message import describe_change
from matrixlint.output.diff.report import DiffReport
from matrixlint.text.escape import escape_control, escape_line_start
from matrixlint.text.phrases import format_count


def render(report: DiffReport) -> str:
    """Return the lines of *report*; regressions are marked."""
    return "".join(f"{escape_control(line)}\n" for line in _format_lines(report))


def summarize(report: DiffReport) -> str:
    """Return the number of changes and of regressions, in words."""
    changes, regressions = len(report.changes), report.regressions
    if not changes:
        return "no change"
    less = format_count(regressions, "regression") if regressions else "no regression"
    return f"{format_count(changes, 'change')}, {less}"


def _format_lines(report: DiffReport) -> Iterator[str]:
    for change in report.changes:
        path, line = report.place(change)
        mark = "regression: " if change.is_regression else ""
        yield f"{escape_line_start(path)}:{line}: {mark}{describe_change(change)}"
    yield summarize(report)
