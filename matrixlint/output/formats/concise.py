"""One line a finding, in the shape that review tools read."""

from matrixlint.diagnostic import Diagnostic
from matrixlint.output.message import one_line
from matrixlint.output.report import Report
from matrixlint.text.escape import escape_line_start
from matrixlint.text.lazy_regex import compile_lazily

# The gate takes the last of these in a line for the place of the finding.
_PLACE = compile_lazily(r":(?=\d+:\d+: )")


def render(report: Report) -> str:
    """Return the lines; they are never coloured, since a gate matches them."""
    return "".join(f"{format_line(diagnostic)}\n" for diagnostic in report.diagnostics)


def format_line(diagnostic: Diagnostic) -> str:
    """Return the line of *diagnostic*."""
    place = f"{escape_line_start(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}"
    told = _PLACE.sub(r"\\x3a", one_line(diagnostic))
    return f"{place}: {told}"
