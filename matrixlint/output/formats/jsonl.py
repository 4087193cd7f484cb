"""JSON Lines: each diagnostic of the JSON report on a line of its own."""

from matrixlint.output.formats.json import diagnostics_to_json
from matrixlint.output.json_text import dump_json
from matrixlint.output.report import Report


def render(report: Report) -> str:
    """Return a line of JSON for each diagnostic of *report*; errors have none."""
    return "".join(dump_json(each) for each in diagnostics_to_json(report))
