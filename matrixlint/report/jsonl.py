"""The findings as in the JSON report, each a line of its own."""

import json

from matrixlint.report.json import diagnostics
from matrixlint.report.report import Report


def render(report: Report) -> str:
    """Return a line of JSON a finding; what could not be done has no line."""
    return "".join(f"{json.dumps(each)}\n" for each in diagnostics(report))
