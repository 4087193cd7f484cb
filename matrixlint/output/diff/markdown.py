"""Format a diff as a Markdown table, for the review of a change."""

from collections.abc import Iterator

from matrixlint.model.diff.change import Change
from matrixlint.output.diff.message import describe_subject
from matrixlint.output.diff.report import DiffReport
from matrixlint.output.diff.text import summarize
from matrixlint.text.escape import escape_control, escape_line_start, escape_markdown

_HEAD = "| place | what | before | after | |\n| --- | --- | --- | --- | --- |"
_NOTHING = "&ndash;"
_LESS = "&#9660; "


def render(report: DiffReport) -> str:
    """Return the table of *report*, with regressions marked, below a summary line."""
    return "".join(f"{line}\n" for line in _format_lines(report))


def _format_lines(report: DiffReport) -> Iterator[str]:
    yield f"{escape_markdown(escape_line_start(report.new))}: {summarize(report)}"
    if report.changes:
        yield ""
        yield _HEAD
        yield from (_format_row(report, change) for change in report.changes)


def _format_row(report: DiffReport, change: Change) -> str:
    path, line = report.place(change)
    mark = _LESS if change.is_regression else ""
    cells = (
        _escape(f"{path}:{line}"),
        _escape(describe_subject(change)),
        _escape(change.before),
        _escape(change.after),
        mark + _describe_direction(change),
    )
    return f"| {' | '.join(cells)} |"


def _describe_direction(change: Change) -> str:
    """Return the kind or direction of *change* in a few words."""
    _, _, what = change.kind.partition("-")
    if change.support is not None:
        return f"{what}, {change.support} implemented"
    return str(change.direction or what or "changed")


def _escape(text: str | None) -> str:
    return escape_markdown(escape_control(" ".join(text.split()))) if text else _NOTHING
