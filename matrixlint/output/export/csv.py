"""Export as CSV: one line per cell, for pivot tables of any program."""

import csv
import io

from matrixlint.output.export.table_model import Cell, Column, MatrixTable, Row
from matrixlint.text.escape import escape_line_starts, show_control

HEAD = (
    *("feature", "title", "status", "argument", "driver", "driver title"),
    *("level", "release", "note", "line", "findings"),
)
# Spreadsheet programs run texts that begin with these as formulas; full-width ones too.
_FORMULA = (*"=+-@", *"\uff1d\uff0b\uff0d\uff20")


def render(table: MatrixTable) -> str:
    """
    Return *table* as CSV; lines end with LF, as in every output.

    Invisible characters are escaped, and no line begins with a command of GitHub. Commands
    of other build servers are not escaped in cells, because these are data. A text that a
    spreadsheet would run as a formula gets a leading apostrophe, which marks it as text.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEAD)
    for row in table.rows:
        writer.writerows(
            _format_cells(row, column, cell, table)
            for column, cell in zip(table.columns, row.cells, strict=True)
        )
    return stream.getvalue()


def _format_cells(row: Row, column: Column, cell: Cell, table: MatrixTable) -> list[str]:
    findings = " ".join(table.findings[at].code for at in cell.findings)
    texts = (
        *(row.name, row.title, row.status, row.argument, column.name, column.title),
        *(cell.level, cell.release, cell.note, str(cell.line or ""), findings),
    )
    return [_escape(text) for text in texts]


def _escape(text: str) -> str:
    # Each line of a multi-line text begins a line of the output.
    escaped = "\n".join(escape_line_starts(show_control(line)) for line in text.split("\n"))
    return f"'{escaped}" if escaped.startswith(_FORMULA) else escaped
