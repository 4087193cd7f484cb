"""XML of Checkstyle, which many review tools read."""

from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from matrixlint.diagnostic import Diagnostic
from matrixlint.output.message import effective_severity, message_text
from matrixlint.output.report import Report
from matrixlint.output.xml import format_document, xml_safe


def render(report: Report) -> str:
    """Return the document of *report*, with an element for each file with diagnostics."""
    root = Element("checkstyle", version="4.3")
    for path, found in groupby(report.diagnostics, key=lambda diagnostic: diagnostic.path):
        file = SubElement(root, "file", name=xml_safe(path))
        for diagnostic in found:
            SubElement(file, "error", _make_attributes(diagnostic))
    return format_document(root)


def _make_attributes(diagnostic: Diagnostic) -> dict[str, str]:
    return {
        "line": str(diagnostic.line),
        "column": str(diagnostic.column),
        "severity": effective_severity(diagnostic).value,
        "message": xml_safe(f"{diagnostic.name}: {message_text(diagnostic)}"),
        "source": f"matrixlint.{diagnostic.code}",
    }
