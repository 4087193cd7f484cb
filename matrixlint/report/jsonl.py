"""The findings as in the JSON report, each a line of its own."""

from matrixlint.report.json import diagnostics
from matrixlint.report.notation import notation
from matrixlint.report.report import Report


def render(report: Report) -> str:
    """Return a line of JSON a finding; what could not be done has no line."""
    return "".join(notation(each) for each in diagnostics(report))
