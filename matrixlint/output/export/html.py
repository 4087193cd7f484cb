"""Export as an HTML page in one file, which loads nothing from the network."""

import os
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from matrixlint.errors import ErrorDetail, MatrixlintError
from matrixlint.output.export.markdown import format_status
from matrixlint.output.export.table_model import Cell, MatrixTable, Row
from matrixlint.output.message import message_text
from matrixlint.output.xml import REFERENCE
from matrixlint.text.escape import escape_commands, escape_control, replace_surrogates

_FOLDER = os.path.join(os.path.dirname(__file__), "page")
# Number of lines of the file that are shown above and below a finding.
_CONTEXT_LINES = 2
# CSS classes of levels; those of custom levels depend on their support; see page.css.
_CLASSES = {"complete": "c", "partial": "p", "missing": "m", "unknown": "u"}
_CLASSES_BY_SUPPORT = {"IMPLEMENTED": "c", "MISSING": "m", "UNKNOWN": "u"}


class CellView(NamedTuple):
    """Cell on the page: CSS class, word, number of its note, indexes of its findings."""

    look: str
    word: str
    note: int | None
    findings: Sequence[int]


class FeatureView(NamedTuple):
    """Feature on the page."""

    row: Row
    status: str
    note: int | None
    cells: Sequence[CellView]
    rules: str


class Note(NamedTuple):
    """Note in the list below the table: its subject and its lines."""

    number: int
    about: str
    lines: Sequence[str]


def render(table: MatrixTable) -> str:
    """
    Return *table* as an HTML page.

    Raise MatrixlintError if Jinja, an optional dependency, is not installed.
    """
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError as error:
        message = "the page needs Jinja; install it with: pip install 'matrixlint[html]'"
        raise MatrixlintError(ErrorDetail(message)) from error
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["shown"] = escape_control
    text = environment.get_template("page.html.jinja").render(_build_context(table))
    return replace_surrogates(escape_commands(text, REFERENCE))


def _build_context(table: MatrixTable) -> dict[str, Any]:
    early, style, script = (
        _read_text(name).strip() for name in ("early.js", "page.css", "page.js")
    )
    # The width of the table depends on the number of its columns; status is one of them.
    style += f"\n:root {{ --columns: {len(table.columns) + 1}; }}"
    notes: list[Note] = []
    lines = [_make_feature_view(row, table, notes) for row in table.rows]
    return {
        "table": table,
        "lines": lines,
        "notes": notes,
        "statuses": sorted({row.status for row in table.rows if row.status}),
        "levels": sorted({cell.word for line in lines for cell in line.cells if cell.word}),
        "rules": sorted({(each.code, each.name) for each in table.findings}),
        "messages": [message_text(each) for each in table.findings],
        "places": _map_findings(table),
        "excerpts": list(_build_excerpts(table)),
        "early": early,
        "style": style,
        "script": script,
        "style_hash": _compute_hash(style),
        "script_hashes": [_compute_hash(early), _compute_hash(script)],
    }


def _read_text(name: str) -> str:
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as stream:
        return stream.read()


def _compute_hash(text: str) -> str:
    """Return the hash of an inline style or script for the Content Security Policy."""
    from base64 import b64encode
    from hashlib import sha256

    return b64encode(sha256(text.encode()).digest()).decode()


def _make_feature_view(row: Row, table: MatrixTable, notes: list[Note]) -> FeatureView:
    own = _add_note(row.title, row.notes, notes)
    cells = [
        _make_cell_view(cell, _add_note(f"{row.title}, {column.title}", cell.note, notes))
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]
    found = [*row.findings, *(each for cell in row.cells for each in cell.findings)]
    rules = " ".join(sorted({table.findings[each].code for each in found}))
    return FeatureView(row, format_status(row), own, cells, rules)


def _add_note(about: str, text: str, notes: list[Note]) -> int | None:
    """Append *text* to *notes* unless it is blank; return its number, or None."""
    if not text.strip():
        return None
    notes.append(Note(len(notes) + 1, about, text.split("\n")))
    return len(notes)


def _make_cell_view(cell: Cell, note: int | None) -> CellView:
    meaning = cell.support.name if cell.support else ""
    look = _CLASSES.get(cell.level) or _CLASSES_BY_SUPPORT.get(meaning, "o" if cell.level else "n")
    word = f"{cell.level}:{cell.release}" if cell.release else cell.level
    return CellView(look, word, note, cell.findings)


def _map_findings(table: MatrixTable) -> dict[int, str]:
    """Return the id of the cell, feature or driver of each finding, by index."""
    ids: dict[int, str] = {}
    for at, column in enumerate(table.columns):
        ids |= dict.fromkeys(column.findings, f"d{at}")
    for at, row in enumerate(table.rows):
        ids |= dict.fromkeys(row.findings, f"r{at}")
        for index, cell in enumerate(row.cells):
            ids |= dict.fromkeys(cell.findings, f"r{at}d{index}")
    return ids


def _build_excerpts(table: MatrixTable) -> Iterator[list[tuple[int, str]]]:
    """Yield blocks of adjacent, numbered lines of the file around its findings."""
    numbers: set[int] = set()
    for row in table.findings:
        numbers.update(range(max(1, row.line - _CONTEXT_LINES), row.line + _CONTEXT_LINES + 1))
    block: list[tuple[int, str]] = []
    for number in sorted(each for each in numbers if each <= len(table.lines)):
        if block and block[-1][0] + 1 < number:
            yield block
            block = []
        block.append((number, table.lines[number - 1]))
    if block:
        yield block
