"""The matrix as JSON, in the form of ``matrix.schema.json``, with lines and findings."""

from typing import Any

from matrixlint.diagnostic import Diagnostic
from matrixlint.model.json import IMPLEMENTATIONS, matrix_to_json
from matrixlint.output.export.table_model import MatrixTable
from matrixlint.output.json_text import dump_json

Table = dict[str, Any]


def render(sheet: MatrixTable) -> str:
    """Return the document, in ASCII; a cell's *findings* are indexes into those of all."""
    made = matrix_to_json(sheet.matrix)
    for row in sheet.rows:
        table = made["features"].get(row.name)
        for column, cell in zip(sheet.columns, row.cells, strict=True):
            own = table and table[IMPLEMENTATIONS].get(column.name.lower())
            if own:
                own["line"] = cell.line
                if cell.findings:
                    own["findings"] = list(cell.findings)
    made["findings"] = [_finding(finding) for finding in sheet.findings]
    return dump_json(made, 2)


def _finding(row: Diagnostic) -> Table:
    return {
        "line": row.line,
        "column": row.column,
        "code": row.code,
        "name": row.name,
        "severity": row.severity,
        "message": row.message,
        "section": row.section,
        "driver": row.driver,
    }
