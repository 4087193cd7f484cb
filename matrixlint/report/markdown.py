"""A table for pages, such as the summary of a job."""

from collections.abc import Iterator

from matrixlint.diagnostic import Diagnostic
from matrixlint.report.report import Report
from matrixlint.report.statement import failure, title, told
from matrixlint.rule import many
from matrixlint.text.escape import escape_control

_HEAD = "| severity | place | rule | finding |\n| --- | --- | --- | --- |"
# Every sign that could be taken for markup; a reference to it never is.
_TEXT = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`*_{}[]<>()#+!|~&$@"})


def render(report: Report) -> str:
    """Return the table, or a line that says that there is nothing to tell."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    if report.diagnostics:
        yield _HEAD
        yield from map(_row, report.diagnostics)
    else:
        yield f"No finding in {many(len(report.paths), 'file')}."
    if report.troubles:
        yield ""
        yield from (f"- failed: {escaped(failure(trouble))}" for trouble in report.troubles)


def _row(diagnostic: Diagnostic) -> str:
    place = escaped(escape_control(f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}"))
    cells = (diagnostic.severity, place, title(diagnostic), escaped(told(diagnostic)))
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Return *text* with no sign in it that markup could be made of."""
    return text.translate(_TEXT)
