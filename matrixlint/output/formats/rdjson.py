"""Reviewdog Diagnostic Format, with fixes as suggestions."""

from collections.abc import Sequence

from matrixlint.diagnostic import Diagnostic, Related, Severity
from matrixlint.output.json_text import dump_json
from matrixlint.output.message import effective_severity, message_text
from matrixlint.output.report import Report
from matrixlint.text.escape import escape_control, replace_surrogates
from matrixlint.text.span import Edit, Span

Lines = Sequence[str]


def render(report: Report) -> str:
    """Return the document of *report* in one line; columns are in bytes of UTF-8."""
    diagnostics = [
        _convert_diagnostic(each, report.lines.get(each.path, ())) for each in report.diagnostics
    ]
    document = {
        "source": {"name": "matrixlint"},
        "severity": Severity.WARNING.upper(),
        "diagnostics": diagnostics,
    }
    return dump_json(document)


def _convert_diagnostic(diagnostic: Diagnostic, lines: Lines) -> dict[str, object]:
    converted: dict[str, object] = {
        "message": f"{diagnostic.name}: {message_text(diagnostic)}",
        "location": _convert_location(diagnostic.path, diagnostic.span, lines),
        "severity": effective_severity(diagnostic).upper(),
        "code": {"value": diagnostic.code},
    }
    if diagnostic.related:
        converted["related_locations"] = [
            {
                "message": escape_control(each.message),
                "location": _convert_related(diagnostic.path, each, lines),
            }
            for each in diagnostic.related
        ]
    if diagnostic.fix:
        converted["suggestions"] = [_convert_edit(edit, lines) for edit in diagnostic.fix.edits]
    return converted


def _convert_location(path: str, span: Span, lines: Lines) -> dict[str, object]:
    return {"path": replace_surrogates(path), "range": _convert_span(span, lines)}


def _convert_related(path: str, related: Related, lines: Lines) -> dict[str, object]:
    if related.path is None:
        return _convert_location(path, related.span, lines)
    # The other file's text is missing, so its columns cannot be converted to bytes.
    start = {"line": related.span.line, "column": 1}
    return {"path": replace_surrogates(related.path), "range": {"start": start}}


def _convert_edit(edit: Edit, lines: Lines) -> dict[str, object]:
    return {"range": _convert_span(edit.span, lines), "text": replace_surrogates(edit.text)}


def _convert_span(span: Span, lines: Lines) -> dict[str, object]:
    return {
        "start": _convert_position(span.line, span.column, lines),
        "end": _convert_position(span.end_line, span.end_column, lines),
    }


def _convert_position(line: int, column: int, lines: Lines) -> dict[str, int]:
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    extra_bytes = 0 if before.isascii() else len(before.encode()) - len(before)
    return {"line": line, "column": column + extra_bytes}
