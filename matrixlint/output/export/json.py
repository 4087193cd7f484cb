"""Export as JSON (``matrix.schema.json``), with lines and findings."""

from typing import Any

from matrixlint.diagnostic import Diagnostic
from matrixlint.model.json import IMPLEMENTATIONS, matrix_to_json
from matrixlint.output.export.table_model import MatrixTable
from matrixlint.output.json_text import dump_json

Table = dict[str, Any]


def render(table: MatrixTable) -> str:
    """Return the document in ASCII; *findings* of a cell are indexes of all findings."""
    document = matrix_to_json(table.matrix)
    for row in table.rows:
        feature = document["features"].get(row.name)
        for column, cell in zip(table.columns, row.cells, strict=True):
            entry = feature and feature[IMPLEMENTATIONS].get(column.name.lower())
            if entry:
                entry["line"] = cell.line
                if cell.findings:
                    entry["findings"] = list(cell.findings)
    document["findings"] = [_to_object(finding) for finding in table.findings]
    return dump_json(document, 2)


def _to_object(diagnostic: Diagnostic) -> Table:
    return {
        "line": diagnostic.line,
        "column": diagnostic.column,
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "section": diagnostic.section,
        "driver": diagnostic.driver,
    }
