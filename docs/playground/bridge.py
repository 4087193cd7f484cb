"""What the playground asks of matrixlint inside Pyodide: questions and answers are JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from io import StringIO
from itertools import accumulate

from matrixlint.cli import main
from matrixlint.config.resolve import read_config, resolve_settings
from matrixlint.config.settings import CliOverrides, Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.linter.discovery import Target
from matrixlint.linter.lint import parse_matrix
from matrixlint.lsp.analysis import Analysis
from matrixlint.lsp.code_actions import find_actions, fix_all_edits, has_safe_fix
from matrixlint.lsp.position_encoding import PositionEncoding
from matrixlint.lsp.positions import PositionMapper
from matrixlint.lsp.text_document import Position, Range
from matrixlint.output.export import render
from matrixlint.output.export.table_model import build_table
from matrixlint.text.edited_text import split_lines
from matrixlint.text.escape import escape_control
from matrixlint.text.source import Source
from matrixlint.text.span import Edit, Span

PATH = "support-matrix.ini"
# Nobody reads more, and a page with more takes long to draw.
MOST = 1_000

Answer = Mapping[str, object]


class _Places:
    """The places of a text as JavaScript counts them: words of UTF-16 from its start on."""

    def __init__(self, page: PositionMapper) -> None:
        self._page = page
        lines = [page.copy.bom + page.copy.lines[0], *page.copy.lines[1:]]
        self._starts = [0, *accumulate(map(PositionEncoding.UTF16.length, lines))]

    def span(self, span: Span) -> Answer:
        return self._part(self._page.range(span))

    def edit(self, edit: Edit) -> Answer:
        return {**self._part(self._page.edit_range(edit)), "insert": edit.text}

    def _part(self, part: Range) -> Answer:
        return {"from": self._offset(part.start), "to": self._offset(part.end)}

    def _offset(self, position: Position) -> int:
        return self._starts[position.line] + position.column


def lint(question: str) -> str:
    """
    Return the findings of a text, the first thousand, and how many there are.

    The *question* holds ``text``, and in ``all`` whether the rules run that are asked for
    only; places are counted in words of UTF-16.
    """
    analysis = _analysed(question)
    places = _Places(analysis.page)
    shown = analysis.diagnostics[:MOST]
    found = [_finding(number, each, places) for number, each in enumerate(shown)]
    count, mendable = len(analysis.diagnostics), has_safe_fix(analysis)
    return json.dumps({"findings": found, "count": count, "mendable": mendable})


def page(question: str) -> str:
    """Return the page of the matrix that a text holds."""
    analysis = _analysed(question)
    return json.dumps(render("html", build_table(analysis.matrix, analysis.diagnostics)))


def mend(question: str) -> str:
    """
    Return the edits that mend the finding whose number is in ``finding`` of the *question*.

    There are none where they would do more than the fix says.
    """
    analysis = _analysed(question)
    diagnostic = analysis.diagnostics[json.loads(question)["finding"]]
    offers = (
        each.edits
        for each in find_actions(analysis, diagnostic.span)
        if each.diagnostic is diagnostic
    )
    return _edits(analysis, next(offers, ()))


def mend_all(question: str) -> str:
    """Return the edits that all safe fixes of a text come to."""
    analysis = _analysed(question)
    return _edits(analysis, fix_all_edits(analysis))


def rule(question: str) -> str:
    """Return the page of the rule whose code is in ``code``, as the command prints it."""
    with redirect_stdout(StringIO()) as told:
        main(["rule", json.loads(question)["code"]])
    return json.dumps(told.getvalue())


def _analysed(question: str) -> Analysis:
    asked = json.loads(question)
    own = _settings(is_all=asked["all"])
    shown = PositionMapper(split_lines(asked["text"]), PositionEncoding.UTF16)
    matrix = parse_matrix(Source.from_text(PATH, shown.text), own)
    analysis = Analysis(shown, matrix, Target(PATH, PATH, own), ())
    analysis.lint()
    return analysis


def _settings(*, is_all: bool) -> Settings:
    config = read_config({"select": ["ALL"]} if is_all else {}, "")
    return resolve_settings(config, CliOverrides(), PATH)


def _finding(number: int, diagnostic: Diagnostic, places: _Places) -> Answer:
    fix = diagnostic.fix and {
        "title": escape_control(diagnostic.fix.title),
        "safe": diagnostic.fix.safe,
    }
    return {
        "number": number,
        **places.span(diagnostic.span),
        "line": diagnostic.line,
        "column": diagnostic.column,
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "message": escape_control(diagnostic.message),
        "hint": diagnostic.hint and escape_control(diagnostic.hint),
        "related": list(_related(diagnostic, places)),
        "fix": fix,
    }


def _related(diagnostic: Diagnostic, places: _Places) -> Iterator[Answer]:
    for each in diagnostic.related:
        message = escape_control(each.message)
        yield {**places.span(each.span), "line": each.span.line, "message": message}


def _edits(analysis: Analysis, edits: Iterable[Edit]) -> str:
    places = _Places(analysis.page)
    return json.dumps([places.edit(edit) for edit in edits])
