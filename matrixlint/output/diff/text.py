"""The changes for a terminal: a line each, with its place, and how many there are."""

from collections.abc import Iterator

from matrixlint.output.diff.message import describe_change
from matrixlint.output.diff.report import DiffReport
from matrixlint.text.escape import escape_control, escape_line_start
from matrixlint.text.phrases import format_count


def render(outcome: DiffReport) -> str:
    """Return the lines; what promises less than before is marked."""
    return "".join(f"{escape_control(line)}\n" for line in _lines(outcome))


def summarize(outcome: DiffReport) -> str:
    """Return how many changes there are, and how many regressions among them."""
    changes, regressions = len(outcome.changes), outcome.regressions
    if not changes:
        return "no change"
    less = format_count(regressions, "regression") if regressions else "no regression"
    return f"{format_count(changes, 'change')}, {less}"


def _lines(outcome: DiffReport) -> Iterator[str]:
    for change in outcome.changes:
        path, line = outcome.place(change)
        mark = "regression: " if change.is_regression else ""
        yield f"{escape_line_start(path)}:{line}: {mark}{describe_change(change)}"
    yield summarize(outcome)
