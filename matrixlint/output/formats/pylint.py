"""Lines in the format of pylint, which build servers parse."""

from matrixlint.diagnostic import Diagnostic
from matrixlint.output.message import message_text
from matrixlint.output.report import Report
from matrixlint.text.escape import escape_line_start


def render(report: Report) -> str:
    """Return a line for each diagnostic of *report*."""
    return "".join(_format_line(diagnostic) for diagnostic in report.diagnostics)


def _format_line(diagnostic: Diagnostic) -> str:
    place = f"{escape_line_start(diagnostic.path)}:{diagnostic.line}"
    return f"{place}: [{diagnostic.code}] {diagnostic.name}: {message_text(diagnostic)}\n"
