"""The findings as in the JSON report, each a line of its own."""

from matrixlint.output.formats.json import diagnostics_to_json
from matrixlint.output.json_text import dump_json
from matrixlint.output.report import Report


def render(report: Report) -> str:
    """Return a line of JSON a finding; what could not be done has no line."""
    return "".join(dump_json(each) for each in diagnostics_to_json(report))
