"""The matrix as a page of its own: one file that asks nothing of the network."""

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
# Lines of the file that are shown around a finding.
_AROUND = 2
# How levels look, the project's own words by what they mean; see page.css.
_LOOKS = {"complete": "c", "partial": "p", "missing": "m", "unknown": "u"}
_LOOK_OF_OTHERS = {"IMPLEMENTED": "c", "MISSING": "m", "UNKNOWN": "u"}


class Shown(NamedTuple):
    """A cell as the page shows it: its look, its word, its note's number, its findings."""

    look: str
    word: str
    note: int | None
    findings: Sequence[int]


class Line(NamedTuple):
    """A feature as the page shows it."""

    row: Row
    status: str
    note: int | None
    cells: Sequence[Shown]
    rules: str


class Note(NamedTuple):
    """A note in the list below the table: what it is of, and its lines."""

    number: int
    about: str
    lines: Sequence[str]


def render(sheet: MatrixTable) -> str:
    """
    Return the page.

    Jinja is not part of a plain install: MatrixlintError says how to have it.
    """
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError as error:
        message = "the page needs Jinja; install it with: pip install 'matrixlint[html]'"
        raise MatrixlintError(ErrorDetail(message)) from error
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["shown"] = escape_control
    text = made.get_template("page.html.jinja").render(_facts(sheet))
    return replace_surrogates(escape_commands(text, REFERENCE))


def _facts(sheet: MatrixTable) -> dict[str, Any]:
    early, style, script = (_text(name).strip() for name in ("early.js", "page.css", "page.js"))
    # The table's width hangs on the number of its columns: that of the status is one.
    style += f"\n:root {{ --columns: {len(sheet.columns) + 1}; }}"
    notes: list[Note] = []
    lines = [_line(row, sheet, notes) for row in sheet.rows]
    return {
        "sheet": sheet,
        "lines": lines,
        "notes": notes,
        "statuses": sorted({row.status for row in sheet.rows if row.status}),
        "levels": sorted({cell.word for line in lines for cell in line.cells if cell.word}),
        "rules": sorted({(each.code, each.name) for each in sheet.findings}),
        "told": [message_text(each) for each in sheet.findings],
        "places": _places(sheet),
        "excerpts": list(_excerpts(sheet)),
        "early": early,
        "style": style,
        "script": script,
        "style_hash": _hash(style),
        "script_hashes": [_hash(early), _hash(script)],
    }


def _text(name: str) -> str:
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as stream:
        return stream.read()


def _hash(text: str) -> str:
    """Return the hash by which the page's policy of security knows its own parts."""
    from base64 import b64encode
    from hashlib import sha256

    return b64encode(sha256(text.encode()).digest()).decode()


def _line(row: Row, sheet: MatrixTable, notes: list[Note]) -> Line:
    own = _noted(row.title, row.notes, notes)
    cells = [
        _shown(cell, _noted(f"{row.title}, {column.title}", cell.note, notes))
        for column, cell in zip(sheet.columns, row.cells, strict=True)
    ]
    found = [*row.findings, *(each for cell in row.cells for each in cell.findings)]
    rules = " ".join(sorted({sheet.findings[each].code for each in found}))
    return Line(row, format_status(row), own, cells, rules)


def _noted(about: str, text: str, notes: list[Note]) -> int | None:
    """Put *text* among the notes, if it is one, and return its number there."""
    if not text.strip():
        return None
    notes.append(Note(len(notes) + 1, about, text.split("\n")))
    return len(notes)


def _shown(cell: Cell, note: int | None) -> Shown:
    meaning = cell.support.name if cell.support else ""
    look = _LOOKS.get(cell.level) or _LOOK_OF_OTHERS.get(meaning, "o" if cell.level else "n")
    word = f"{cell.level}:{cell.release}" if cell.release else cell.level
    return Shown(look, word, note, cell.findings)


def _places(sheet: MatrixTable) -> dict[int, str]:
    """Return, by the finding, the id of the cell, feature or driver that it is of."""
    made: dict[int, str] = {}
    for at, column in enumerate(sheet.columns):
        made |= dict.fromkeys(column.findings, f"d{at}")
    for at, row in enumerate(sheet.rows):
        made |= dict.fromkeys(row.findings, f"r{at}")
        for index, cell in enumerate(row.cells):
            made |= dict.fromkeys(cell.findings, f"r{at}d{index}")
    return made


def _excerpts(sheet: MatrixTable) -> Iterator[list[tuple[int, str]]]:
    """Yield the lines of the file around its findings, numbered, those together that touch."""
    wanted: set[int] = set()
    for row in sheet.findings:
        wanted.update(range(max(1, row.line - _AROUND), row.line + _AROUND + 1))
    block: list[tuple[int, str]] = []
    for number in sorted(each for each in wanted if each <= len(sheet.lines)):
        if block and block[-1][0] + 1 < number:
            yield block
            block = []
        block.append((number, sheet.lines[number - 1]))
    if block:
        yield block
