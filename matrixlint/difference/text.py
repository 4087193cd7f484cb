"""The changes for a terminal: a line each, with its place, and how many there are."""

from collections.abc import Iterator

from matrixlint.difference.outcome import Outcome
from matrixlint.difference.statement import statement
from matrixlint.rule import many
from matrixlint.text.escape import escape_control, escape_line_start


def render(outcome: Outcome) -> str:
    """Return the lines; what promises less than before is marked."""
    return "".join(f"{escape_control(line)}\n" for line in _lines(outcome))


def summary(outcome: Outcome) -> str:
    """Return how many changes there are, and how many regressions among them."""
    changes, regressions = len(outcome.changes), outcome.regressions
    if not changes:
        return "no change"
    less = many(regressions, "regression") if regressions else "no regression"
    return f"{many(changes, 'change')}, {less}"


def _lines(outcome: Outcome) -> Iterator[str]:
    for change in outcome.changes:
        path, line = outcome.place(change)
        mark = "regression: " if change.is_regression else ""
        yield f"{escape_line_start(path)}:{line}: {mark}{statement(change)}"
    yield summary(outcome)
