"""The lines of pylint, as the parsers of build servers know them."""

from matrixlint.diagnostic import Diagnostic
from matrixlint.output.message import message_text
from matrixlint.output.report import Report
from matrixlint.text.escape import escape_line_start


def render(report: Report) -> str:
    """Return a line a finding."""
    return "".join(_line(diagnostic) for diagnostic in report.diagnostics)


def _line(diagnostic: Diagnostic) -> str:
    place = f"{escape_line_start(diagnostic.path)}:{diagnostic.line}"
    return f"{place}: [{diagnostic.code}] {diagnostic.name}: {message_text(diagnostic)}\n"
