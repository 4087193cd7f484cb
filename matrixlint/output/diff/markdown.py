"""The changes as a table for the review of a change."""

from collections.abc import Iterator

from matrixlint.model.diff.change import Change
from matrixlint.output.diff.message import describe_subject
from matrixlint.output.diff.report import DiffReport
from matrixlint.output.diff.text import summarize
from matrixlint.text.escape import escape_control, escape_line_start, escape_markdown

_HEAD = "| place | what | before | after | |\n| --- | --- | --- | --- | --- |"
_NOTHING = "&ndash;"
_LESS = "&#9660; "


def render(outcome: DiffReport) -> str:
    """Return the table, regressions with a mark, below a line that counts."""
    return "".join(f"{line}\n" for line in _lines(outcome))


def _lines(outcome: DiffReport) -> Iterator[str]:
    yield f"{escape_markdown(escape_line_start(outcome.new))}: {summarize(outcome)}"
    if outcome.changes:
        yield ""
        yield _HEAD
        yield from (_diagnostic(outcome, change) for change in outcome.changes)


def _diagnostic(outcome: DiffReport, change: Change) -> str:
    path, line = outcome.place(change)
    mark = _LESS if change.is_regression else ""
    cells = (
        _text(f"{path}:{line}"),
        _text(describe_subject(change)),
        _text(change.before),
        _text(change.after),
        mark + _way(change),
    )
    return f"| {' | '.join(cells)} |"


def _way(change: Change) -> str:
    """Return in a word or two what has become of it."""
    _, _, what = change.kind.partition("-")
    if change.support is not None:
        return f"{what}, {change.support} implemented"
    return str(change.direction or what or "changed")


def _text(text: str | None) -> str:
    return escape_markdown(escape_control(" ".join(text.split()))) if text else _NOTHING
