"""The XML of Checkstyle, which many review tools read."""

from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from matrixlint.diagnostic import Diagnostic
from matrixlint.report.markup import document, legal
from matrixlint.report.report import Report
from matrixlint.report.statement import told, weight


def render(report: Report) -> str:
    """Return the document, with an element a file that something was found in."""
    root = Element("checkstyle", version="4.3")
    for path, found in groupby(report.diagnostics, key=lambda diagnostic: diagnostic.path):
        file = SubElement(root, "file", name=legal(path))
        for diagnostic in found:
            SubElement(file, "error", _error(diagnostic))
    return document(root)


def _error(diagnostic: Diagnostic) -> dict[str, str]:
    return {
        "line": str(diagnostic.line),
        "column": str(diagnostic.column),
        "severity": weight(diagnostic).value,
        "message": legal(f"{diagnostic.name}: {told(diagnostic)}"),
        "source": f"matrixlint.{diagnostic.code}",
    }
