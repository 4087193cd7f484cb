"""What the reader makes of a text, in the form that the tests compare."""

from collections.abc import Iterable

from matrixlint import Fix, Matrix, Span, load
from matrixlint.model.builder import build_matrix
from matrixlint.syntax.dialects.dialect import BUILT_IN, Dialect
from matrixlint.syntax.document import Document, ParseError
from matrixlint.syntax.parser import parse
from matrixlint.text.source import Source

Sections = dict[str | None, dict[str, str]]

# Two lines that declare a driver, and four lines of a feature that it has.
DECLARED = "[driver.a]\ntitle=A\n"
FEATURE = "[operation.x]\ntitle=X\nstatus=optional\ndriver.a=complete\n"
KEYS = FEATURE.partition("\n")[2]
CLEAN = DECLARED + FEATURE
VALUES = {"title": "X", "status": "optional", "driver.a": "complete"}


def document(text: str, forced: Dialect | None = None) -> Document:
    """Return the document of *text*."""
    return parse(Source.from_text("a.ini", text), BUILT_IN, forced)


def custom(text: str, dialect: Dialect) -> Matrix:
    """Return the matrix of *text*, which is of the *dialect* of somebody's own."""
    return build_matrix(parse(Source.from_text("a.ini", text), (*BUILT_IN, dialect), dialect))


def shown(span: Span) -> str:
    """Return a span as ``line:column-end``, with the end's line where it is another."""
    end = "" if span.end_line == span.line else f"{span.end_line}:"
    return f"{span.line}:{span.column}-{end}{span.end_column}"


def reported(text: str) -> list[str]:
    """Return the places and codes of the reader's faults, in their order in the file."""
    return listed(document(text).errors)


def listed(errors: Iterable[ParseError]) -> list[str]:
    """Return the places and codes of *errors*, in their order in the file."""
    ordered = sorted(errors, key=lambda error: (error.span, error.code))
    return [f"{shown(error.span)} {error.code}" for error in ordered]


def messages(text: str) -> list[str]:
    """Return what the reader's faults say, in their order in the file."""
    return [each.message for each in sorted(document(text).errors, key=lambda each: each.span)]


def related(text: str) -> list[str]:
    """Return the other places that the reader's faults speak of."""
    return [shown(each.span) for error in document(text).errors for each in error.related]


def sections(text: str) -> Sections:
    """Return the values of the sections; those of unknown names must be one at most."""
    found = [(section.name, section.values) for section in document(text).sections]
    alias: Sections = dict(found)
    assert len(alias) == len(found)
    return alias


def open_sections(text: str) -> list[str | None]:
    """Return the names of the sections whose absent keys are not known."""
    return [section.name for section in document(text).sections if section.is_incomplete]


def unknown_values(text: str) -> list[str]:
    """Return the keys whose values are not known."""
    return [key for section in document(text).sections for key in sorted(section.unknown_values)]


def levels(text: str) -> dict[str | None, list[str | None]]:
    """Return the levels of the features of *text*, in the order of its drivers."""
    return {feature.name: feature.levels for feature in load(text).features}


def drivers(matrix: Matrix) -> list[str]:
    """Return the names of the drivers."""
    return [driver.name for driver in matrix.drivers]


def fixed(text: str) -> str:
    """Return *text* with the safe fixes of the reader's faults applied."""
    return applied(text, [each.fix for each in document(text).errors if each.fix and each.fix.safe])


def applied(text: str, fixes: Iterable[Fix]) -> str:
    """Return *text*, whose lines end at LF, with the edits of *fixes* made."""
    edits = [edit for fix in fixes for edit in fix.edits]
    for span, replacement in sorted(edits, reverse=True):
        start = _offset(text, span.line, span.column)
        end = _offset(text, span.end_line, span.end_column)
        text = text[:start] + replacement + text[end:]
    return text


def _offset(text: str, line: int, column: int) -> int:
    lines = text.split("\n")
    return sum(len(each) + 1 for each in lines[: line - 1]) + column - 1
