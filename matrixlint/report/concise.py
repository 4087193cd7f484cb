"""One line a finding, in the shape that review tools read."""

from matrixlint.diagnostic import Diagnostic
from matrixlint.report.printable import printable
from matrixlint.report.report import Report


def render(report: Report) -> str:
    """Return the lines; they are never coloured, since a gate matches them."""
    return "".join(_line(diagnostic) for diagnostic in report.diagnostics)


def _line(diagnostic: Diagnostic) -> str:
    place = f"{printable(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}"
    return f"{place}: {headline(diagnostic)}\n"


def headline(diagnostic: Diagnostic) -> str:
    """Return code, name, message and hint in one line."""
    hint = f"; {diagnostic.hint}" if diagnostic.hint else ""
    kept = f" ({silence(diagnostic)})" if diagnostic.suppressed else ""
    text = f"{diagnostic.code} {diagnostic.name}: {diagnostic.message}{hint}{kept}"
    return printable(text)


def silence(diagnostic: Diagnostic) -> str:
    """Return what keeps a suppressed finding silent, in words."""
    return f"suppressed by a {diagnostic.suppressed}"
