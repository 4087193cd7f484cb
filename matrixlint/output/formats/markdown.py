"""Markdown table for pages, such as the summary of a job."""

from collections.abc import Iterator

from matrixlint.diagnostic import Diagnostic
from matrixlint.output.message import failure_text, format_title, message_text
from matrixlint.output.report import Report
from matrixlint.text.escape import escape_control, escape_markdown
from matrixlint.text.phrases import format_count

_HEAD = "| severity | place | rule | finding |\n| --- | --- | --- | --- |"


def render(report: Report) -> str:
    """Return the table of *report*, or a line that there are no diagnostics."""
    return "".join(f"{line}\n" for line in _format_lines(report))


def _format_lines(report: Report) -> Iterator[str]:
    if report.diagnostics:
        yield _HEAD
        yield from map(_format_row, report.diagnostics)
    else:
        yield f"No finding in {format_count(len(report.paths), 'file')}."
    if report.details:
        yield ""
        yield from (
            f"- failed: {escape_markdown(failure_text(detail))}" for detail in report.details
        )


def _format_row(diagnostic: Diagnostic) -> str:
    place = escape_markdown(
        escape_control(f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}")
    )
    cells = (
        diagnostic.severity,
        place,
        format_title(diagnostic),
        escape_markdown(message_text(diagnostic)),
    )
    return f"| {' | '.join(cells)} |"
