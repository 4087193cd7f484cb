"""Every finding with the lines of the file that it speaks of, for people to read."""

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

# Sections whose names begin with these declare drivers, or something for all sections.
_DECLARING = ("targets", "driver", "target", "backends", "grades", "DEFAULT")
# Lines up to this length are shown whole; of longer ones so much around a mark, and before it.
_LONGEST = 500
_SHOWN = 200
_BEFORE = 60
_CUT = "..."


class Mark(NamedTuple):
    """Part of a line to be underlined, by its columns, and what to say of it."""

    line: int
    column: int
    end_column: int
    sign: str
    style: str
    label: str


def render(report: Report) -> str:
    """Return a block a finding, with an empty line between two."""
    style = make_painter(colored=report.colored)
    headers = {path: _headers(lines) for path, lines in report.lines.items()}
    blocks = []
    for diagnostic in report.diagnostics:
        lines = report.lines.get(diagnostic.path, ())
        marks = _marks(diagnostic, lines, headers.get(diagnostic.path, {}))
        blocks.append("\n".join(_block(diagnostic, marks, lines, style)) + "\n")
    return "\n".join(blocks)


def _headers(lines: Sequence[str]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines, 1):
        if line.startswith("["):
            found.setdefault(line[1:].partition("]")[0], []).append(number)
    return found


def _block(
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
        for text, held in _excerpts(lines[number - 1] if number <= len(lines) else "", list(own)):
            yield f"{count} {shown(text)}" if text else count
            for mark in held:
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


def _excerpts(text: str, marks: Sequence[Mark]) -> Iterator[tuple[str, Sequence[Mark]]]:
    """Yield what is shown of a line, each part with those of its *marks* that stand there."""
    if len(text) <= _LONGEST:
        yield text, marks
        return
    while marks:
        start = max(marks[0].column - 1 - _BEFORE, 0)
        end = start + _SHOWN
        held = [*takewhile(lambda mark: mark.end_column <= end + 1, marks)] or marks[:1]  # noqa: B023
        before, behind = _CUT if start else "", _CUT if end < len(text) else ""
        left = start - len(before)
        yield f"{before}{text[start:end]}{behind}", [_moved(mark, left, end) for mark in held]
        marks = marks[len(held) :]


def _moved(mark: Mark, left: int, end: int) -> Mark:
    """Return a mark by its columns in what is shown: without *left* columns, up to *end*."""
    last = min(mark.end_column, end + 1)
    return mark._replace(column=mark.column - left, end_column=last - left)


def _underline(mark: Mark, text: str, style: Paint) -> str:
    start = measure_width(shown(text[: mark.column - 1]))
    end = measure_width(shown(text[: mark.end_column - 1]))
    label = f" {escape_control(mark.label)}" if mark.label else ""
    return " " * start + style(mark.sign * max(end - start, 1) + label, mark.style)


def _marks(
    diagnostic: Diagnostic, lines: Sequence[str], headers: Mapping[str, list[int]]
) -> list[Mark]:
    style = SEVERITY[diagnostic.severity]
    marks = list(_pieces(diagnostic.span, lines, "^", style, diagnostic.hint or ""))
    for related in diagnostic.related:
        if related.path is None:
            marks += _pieces(related.span, lines, "-", BLUE, related.message)
    header = _header(diagnostic, headers)
    if header and all(mark.line != header for mark in marks):
        length = len(lines[header - 1].rstrip())
        kind = _kind(diagnostic.section or "")
        marks.append(Mark(header, 1, length + 1, "-", BLUE, f"in this {kind}"))
    return marks


def _kind(section: str) -> str:
    return "section" if section.partition(".")[0] in _DECLARING else "feature"


def _header(diagnostic: Diagnostic, headers: Mapping[str, list[int]]) -> int | None:
    found = headers.get(diagnostic.section or "", [])
    position = bisect_right(found, diagnostic.line)
    return found[position - 1] if position else None


def _pieces(span: Span, lines: Sequence[str], sign: str, style: str, label: str) -> Iterator[Mark]:
    # Of a range over several lines the first and the last are shown.
    if span.end_line == span.line:
        yield Mark(span.line, span.column, span.end_column, sign, style, label)
        return
    last, end = span.end_line, span.end_column
    if end == 1:
        last, end = last - 1, len(lines[last - 2]) + 1
    if last == span.line:
        yield Mark(last, span.column, end, sign, style, label)
        return
    first_end = len(lines[span.line - 1]) + 1
    yield Mark(span.line, span.column, first_end, sign, style, "")
    text = lines[last - 1]
    indent = len(text) - len(text.lstrip())
    yield Mark(last, indent + 1, end, sign, style, label)
