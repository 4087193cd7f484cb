"""Texts with a cursor in them, as the server sees them, and what becomes of them."""

from collections.abc import Iterable

from matrixlint.lsp.analysis import Analysis, analyse
from matrixlint.lsp.position_encoding import PositionEncoding
from matrixlint.lsp.positions import Location, PositionMapper
from matrixlint.lsp.text_document import Change, TextDocument
from matrixlint.text.edited_text import split_lines
from matrixlint.text.span import Edit, Span

CURSOR = "¦"
PATH = "/nowhere/support-matrix.ini"
DRIVERS = "[driver.a]\ntitle=A\n[driver.b]\ntitle=B\n"


def page(text: str, unit: PositionEncoding = PositionEncoding.UTF16) -> PositionMapper:
    return PositionMapper(split_lines(text), unit)


def analysis(text: str, path: str | None = PATH) -> Analysis:
    """Return what is known of *text*, without its cursor."""
    return analyse(path, page(text.replace(CURSOR, "")))


def place(text: str) -> Location:
    """Return where the cursor stands in *text*."""
    before = text[: text.index(CURSOR)].split("\n")
    return Location(len(before), len(before[-1]) + 1)


def texts(known: Analysis, spans: Iterable[Span]) -> list[str]:
    """Return the places with what stands there."""
    lines = ((span, known.page.line(span.line)) for span in spans)
    return [
        f"{span.line}:{span.column} {line[span.column - 1 : span.end_column - 1]}"
        for span, line in lines
    ]


def edited(known: Analysis, edits: Iterable[Edit]) -> str:
    """Return the text with *edits* made."""
    buffer = TextDocument(known.page.text, PositionEncoding.UTF16)
    # A client makes them all at once: from the last to the first no place moves.
    ordered = sorted(edits, key=lambda each: each.span)
    changes = [Change(edit.text, known.page.edit_range(edit)) for edit in ordered]
    buffer.change(changes[::-1])
    return buffer.text
