"""The matrix as CSV: a line a cell, which tables of any program can turn round as they like."""

import csv
import io

from matrixlint.output.export.table_model import Cell, Column, MatrixTable, Row
from matrixlint.text.escape import escape_line_starts, show_control

HEAD = (
    *("feature", "title", "status", "argument", "driver", "driver title"),
    *("level", "release", "note", "line", "findings"),
)
# What a program for tables takes for a formula, and would run; the signs may be as wide as kanji.
_FORMULA = (*"=+-@", *"\uff1d\uff0b\uff0d\uff20")


def render(sheet: MatrixTable) -> str:
    """
    Return the lines, which end at LF as those of every output do.

    What does not show is escaped, and no line begins with a command of GitHub's. Other commands
    stay in the cells: they are data. A text that a program would take for a formula has an
    apostrophe before it, which says that it is a text.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEAD)
    for row in sheet.rows:
        writer.writerows(
            _line(row, column, cell, sheet)
            for column, cell in zip(sheet.columns, row.cells, strict=True)
        )
    return stream.getvalue()


def _line(row: Row, column: Column, cell: Cell, sheet: MatrixTable) -> list[str]:
    findings = " ".join(sheet.findings[at].code for at in cell.findings)
    texts = (
        *(row.name, row.title, row.status, row.argument, column.name, column.title),
        *(cell.level, cell.release, cell.note, str(cell.line or ""), findings),
    )
    return [_text(text) for text in texts]


def _text(text: str) -> str:
    # A text of several lines begins as many lines of the output.
    shown = "\n".join(escape_line_starts(show_control(line)) for line in text.split("\n"))
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
