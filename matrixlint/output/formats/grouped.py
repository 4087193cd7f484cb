"""Diagnostics grouped by file, in columns."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from matrixlint.diagnostic import Diagnostic
from matrixlint.output.color import BOLD, SEVERITY, Paint, make_painter
from matrixlint.output.message import one_line
from matrixlint.output.report import Report
from matrixlint.text.escape import escape_line_start


def render(report: Report) -> str:
    """Return a block for each file of *report*, separated by empty lines."""
    style = make_painter(colored=report.colored)
    files = groupby(report.diagnostics, key=lambda diagnostic: diagnostic.path)
    return "\n".join(_format_file(path, list(found), style) for path, found in files)


def _format_file(path: str, diagnostics: Sequence[Diagnostic], style: Paint) -> str:
    lines = [style(escape_line_start(path), BOLD), *_format_diagnostics(diagnostics, style)]
    return "".join(f"{line}\n" for line in lines)


def _format_diagnostics(diagnostics: Sequence[Diagnostic], style: Paint) -> Iterator[str]:
    places = [f"{found.line}:{found.column}" for found in diagnostics]
    place_width = max(len(place) for place in places)
    severity_width = max(len(found.severity) for found in diagnostics)
    for place, found in zip(places, diagnostics, strict=True):
        severity = style(found.severity.ljust(severity_width), SEVERITY[found.severity])
        yield f"  {place.rjust(place_width)}  {severity}  {one_line(found)}"
