"""One line per diagnostic, in the form that review tools read."""

from matrixlint.diagnostic import Diagnostic
from matrixlint.output.message import one_line
from matrixlint.output.report import Report
from matrixlint.text.escape import escape_line_start
from matrixlint.text.lazy_regex import compile_lazily

# Review tools read the last match in a line as the location of the diagnostic.
_LOCATION = compile_lazily(r":(?=\d+:\d+: )")


def render(report: Report) -> str:
    """Return the lines of *report*; never coloured, because review tools match them."""
    return "".join(f"{format_line(diagnostic)}\n" for diagnostic in report.diagnostics)


def format_line(diagnostic: Diagnostic) -> str:
    """Return the line of *diagnostic*."""
    place = f"{escape_line_start(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}"
    message = _LOCATION.sub(r"\\x3a", one_line(diagnostic))
    return f"{place}: {message}"
