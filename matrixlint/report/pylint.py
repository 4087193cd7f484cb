"""The lines of pylint, as the parsers of build servers know them."""

from matrixlint.diagnostic import Diagnostic
from matrixlint.report.report import Report
from matrixlint.report.statement import told
from matrixlint.text.escape import escape_line_start


def render(report: Report) -> str:
    """Return a line a finding."""
    return "".join(_line(diagnostic) for diagnostic in report.diagnostics)


def _line(diagnostic: Diagnostic) -> str:
    place = f"{escape_line_start(diagnostic.path)}:{diagnostic.line}"
    return f"{place}: [{diagnostic.code}] {diagnostic.name}: {told(diagnostic)}\n"
