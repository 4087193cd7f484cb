"""What the linter finds in a text, in the form that the tests compare."""

import re
from collections.abc import Iterable
from functools import cache

from matrixlint import Diagnostic, Span
from matrixlint.config.resolve import read_config, resolve_settings
from matrixlint.config.settings import CliOverrides, Settings
from matrixlint.linter.lint import lint_or_raise
from matrixlint.text.source import Source

EVERYTHING = {"select": ["ALL"]}
TEXT_NAME = "support-matrix.ini"
Place = tuple[int, str]


def places(found: Iterable[Diagnostic]) -> list[Place]:
    """Return the line and the code of each diagnostic."""
    return [(each.line, each.code) for each in found]


@cache
def all_rules(name: str) -> Settings:
    """Return the settings that select every rule for the file *name*."""
    return resolve_settings(read_config(EVERYTHING, ""), CliOverrides(), name)


def everything(text: str) -> list[Diagnostic]:
    """Return what all rules report in *text*, as lint_text does for EVERYTHING."""
    found = lint_or_raise(Source.from_text(TEXT_NAME, text), all_rules(TEXT_NAME))
    return [each for each in found if each.suppressed is None]


def shown(title: str, text: str, found: Iterable[Diagnostic], around: int = 0) -> str:
    """Return a text with numbered lines, those near *around*, and what was found."""
    lines = [f"{at:5} {line}" for at, line in enumerate(re.split("\r\n|\r|\n", text), 1)]
    if around and len(lines) > 100:
        lines = lines[max(0, around - 25) : around + 15]
    findings = [f"  {each.line}:{each.column} {each.code} {each.message}" for each in found]
    return "\n".join((f"--- {title}", *lines, "found:", *(findings or ["  nothing"]), ""))


def spans(found: Iterable[Diagnostic]) -> list[Span]:
    """Return every place that *found* speaks of: their own, related ones, those of edits."""
    diagnostics = list(found)
    every = [each.span for each in diagnostics]
    every += [related.span for each in diagnostics for related in each.related]
    return every + [edit.span for each in diagnostics if each.fix for edit in each.fix.edits]


def outside(found: Iterable[Diagnostic], text: str) -> list[Span]:
    """Return the places that do not begin and end in *text*, or right behind a line of it."""
    numbered = re.split(r"\r\n|\r|\n", text)
    return [span for span in spans(found) if not _is_inside(span, numbered)]


def shifted(diagnostic: Diagnostic, at: int) -> Diagnostic:
    """Return *diagnostic* as it is where one line more stands before the line of index *at*."""
    span = _moved(diagnostic.span, at)
    related = tuple(each._replace(span=_moved(each.span, at)) for each in diagnostic.related)
    fix = diagnostic.fix
    if fix:
        edits = tuple(each._replace(span=_moved(each.span, at)) for each in fix.edits)
        fix = fix._replace(edits=edits)
    return diagnostic._replace(**span._asdict(), related=related, fix=fix)


def _is_inside(span: Span, numbered: list[str]) -> bool:
    start, end = (span.line, span.column), (span.end_line, span.end_column)
    return start <= end and all(
        1 <= line <= len(numbered) and 1 <= column <= len(numbered[line - 1]) + 1
        for line, column in (start, end)
    )


def _moved(span: Span, at: int) -> Span:
    # What ends before the first column of a line ends with the line above.
    is_above = span.line <= at and span[2:] == (at + 1, 1)
    end_line = span.end_line + (span.end_line > at and not is_above)
    return Span(span.line + (span.line > at), span.column, end_line, span.end_column)
