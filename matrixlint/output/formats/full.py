"""Each diagnostic with the lines of the file that it is about, for people."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from matrixlint.diagnostic import Diagnostic
from matrixlint.output.color import BLUE, BOLD, SEVERITY, Paint, make_painter
from matrixlint.output.message import suppression_note
from matrixlint.output.report import Report
from matrixlint.text.escape import escape_control, measure_width
from matrixlint.text.escape import escape_line as shown
from matrixlint.text.span import Span

# Sections whose names begin with these declare drivers or shared values; others are features.
_NOT_FEATURES = ("targets", "driver", "target", "backends", "grades", "DEFAULT")
# Longer lines are shortened to an excerpt of the given length, with some text before a mark.
_MAX_LINE_LENGTH = 500
_EXCERPT_LENGTH = 200
_LENGTH_BEFORE_MARK = 60
_ELLIPSIS = "..."


class Mark(NamedTuple):
    """Part of a line to underline (columns 1-based), with a label."""

    line: int
    column: int
    end_column: int
    character: str
    style: str
    label: str


def render(report: Report) -> str:
    """Return a block for each diagnostic of *report*, separated by empty lines."""
    style = make_painter(colored=report.colored)
    headers = {path: _find_headers(lines) for path, lines in report.lines.items()}
    blocks = []
    for diagnostic in report.diagnostics:
        lines = report.lines.get(diagnostic.path, ())
        marks = _make_marks(diagnostic, lines, headers.get(diagnostic.path, {}))
        blocks.append("\n".join(_format_diagnostic(diagnostic, marks, lines, style)) + "\n")
    return "\n".join(blocks)


def _find_headers(lines: Sequence[str]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines, 1):
        if line.startswith("["):
            found.setdefault(line[1:].partition("]")[0], []).append(number)
    return found


def _format_diagnostic(
    diagnostic: Diagnostic, marks: Sequence[Mark], lines: Sequence[str], style: Paint
) -> Iterator[str]:
    name = escape_control(f"{diagnostic.code} {diagnostic.name}")
    message = escape_control(diagnostic.message)
    yield f"{style(name, SEVERITY[diagnostic.severity])}: {style(message, BOLD)}"
    gutter = " " * len(str(max(mark.line for mark in marks)))
    place = f"{escape_control(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}"
    yield f"{gutter}{style('-->', BLUE)} {place}"
    bar = f"{gutter} {style('|', BLUE)}"
    yield bar
    for number, own in groupby(sorted(marks), key=lambda mark: mark.line):
        count = style(f"{number:>{len(gutter)}} |", BLUE)
        for text, marks_in_excerpt in _split_line(
            lines[number - 1] if number <= len(lines) else "", list(own)
        ):
            yield f"{count} {shown(text)}" if text else count
            for mark in marks_in_excerpt:
                yield f"{bar} {_underline(mark, text, style)}"
    for related in diagnostic.related:
        if related.path is not None:
            place = f"{related.path}:{related.span.line}:{related.span.column}"
            yield f"{gutter} {style('=', BLUE)} {escape_control(f'{place}: {related.message}')}"
    if diagnostic.fix:
        safety = "safe" if diagnostic.fix.safe else "unsafe"
        title = escape_control(diagnostic.fix.title)
        yield f"{gutter} {style('=', BLUE)} fix: {title} ({safety})"
    if diagnostic.suppressed:
        yield f"{gutter} {style('=', BLUE)} {suppression_note(diagnostic)}"


def _split_line(text: str, marks: Sequence[Mark]) -> Iterator[tuple[str, Sequence[Mark]]]:
    """Yield the excerpts of a line to show, each with those of *marks* that are in it."""
    if len(text) <= _MAX_LINE_LENGTH:
        yield text, marks
        return
    while marks:
        start = max(marks[0].column - 1 - _LENGTH_BEFORE_MARK, 0)
        end = start + _EXCERPT_LENGTH
        marks_in_excerpt = [*takewhile(lambda mark: mark.end_column <= end + 1, marks)] or marks[:1]  # noqa: B023
        before, after = _ELLIPSIS if start else "", _ELLIPSIS if end < len(text) else ""
        left = start - len(before)
        yield (
            f"{before}{text[start:end]}{after}",
            [_shift_mark(mark, left, end) for mark in marks_in_excerpt],
        )
        marks = marks[len(marks_in_excerpt) :]


def _shift_mark(mark: Mark, left: int, end: int) -> Mark:
    """Return *mark* with its columns in an excerpt: less *left* columns, up to *end*."""
    last = min(mark.end_column, end + 1)
    return mark._replace(column=mark.column - left, end_column=last - left)


def _underline(mark: Mark, text: str, style: Paint) -> str:
    start = measure_width(shown(text[: mark.column - 1]))
    end = measure_width(shown(text[: mark.end_column - 1]))
    label = f" {escape_control(mark.label)}" if mark.label else ""
    return " " * start + style(mark.character * max(end - start, 1) + label, mark.style)


def _make_marks(
    diagnostic: Diagnostic, lines: Sequence[str], headers: Mapping[str, list[int]]
) -> list[Mark]:
    style = SEVERITY[diagnostic.severity]
    marks = list(_mark_span(diagnostic.span, lines, "^", style, diagnostic.hint or ""))
    for related in diagnostic.related:
        if related.path is None:
            marks += _mark_span(related.span, lines, "-", BLUE, related.message)
    header = _find_header(diagnostic, headers)
    if header and all(mark.line != header for mark in marks):
        length = len(lines[header - 1].rstrip())
        kind = _get_section_kind(diagnostic.section or "")
        marks.append(Mark(header, 1, length + 1, "-", BLUE, f"in this {kind}"))
    return marks


def _get_section_kind(section: str) -> str:
    return "section" if section.partition(".")[0] in _NOT_FEATURES else "feature"


def _find_header(diagnostic: Diagnostic, headers: Mapping[str, list[int]]) -> int | None:
    found = headers.get(diagnostic.section or "", [])
    position = bisect_right(found, diagnostic.line)
    return found[position - 1] if position else None


def _mark_span(
    span: Span, lines: Sequence[str], character: str, style: str, label: str
) -> Iterator[Mark]:
    # Of a span over several lines, only the first and the last are shown.
    if span.end_line == span.line:
        yield Mark(span.line, span.column, span.end_column, character, style, label)
        return
    last, end = span.end_line, span.end_column
    if end == 1:
        last, end = last - 1, len(lines[last - 2]) + 1
    if last == span.line:
        yield Mark(last, span.column, end, character, style, label)
        return
    first_end = len(lines[span.line - 1]) + 1
    yield Mark(span.line, span.column, first_end, character, style, "")
    text = lines[last - 1]
    indent = len(text) - len(text.lstrip())
    yield Mark(last, indent + 1, end, character, style, label)
