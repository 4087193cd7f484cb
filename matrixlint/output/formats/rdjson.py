"""The Reviewdog Diagnostic Format, with its fixes as suggestions."""

from collections.abc import Sequence

from matrixlint.diagnostic import Diagnostic, Related, Severity
from matrixlint.output.json_text import dump_json
from matrixlint.output.message import effective_severity, message_text
from matrixlint.output.report import Report
from matrixlint.text.escape import escape_control, replace_surrogates
from matrixlint.text.span import Edit, Span

Lines = Sequence[str]


def render(report: Report) -> str:
    """Return the document in one line, with columns in bytes of UTF-8."""
    diagnostics = [
        _diagnostic(each, report.lines.get(each.path, ())) for each in report.diagnostics
    ]
    document = {
        "source": {"name": "matrixlint"},
        "severity": Severity.WARNING.upper(),
        "diagnostics": diagnostics,
    }
    return dump_json(document)


def _diagnostic(diagnostic: Diagnostic, lines: Lines) -> dict[str, object]:
    converted: dict[str, object] = {
        "message": f"{diagnostic.name}: {message_text(diagnostic)}",
        "location": _location(diagnostic.path, diagnostic.span, lines),
        "severity": effective_severity(diagnostic).upper(),
        "code": {"value": diagnostic.code},
    }
    if diagnostic.related:
        converted["related_locations"] = [
            {
                "message": escape_control(each.message),
                "location": _related(diagnostic.path, each, lines),
            }
            for each in diagnostic.related
        ]
    if diagnostic.fix:
        converted["suggestions"] = [_suggestion(edit, lines) for edit in diagnostic.fix.edits]
    return converted


def _location(path: str, span: Span, lines: Lines) -> dict[str, object]:
    return {"path": replace_surrogates(path), "range": _range(span, lines)}


def _related(path: str, related: Related, lines: Lines) -> dict[str, object]:
    if related.path is None:
        return _location(path, related.span, lines)
    # What columns in bytes are counted on is not here: the line alone is certain.
    start = {"line": related.span.line, "column": 1}
    return {"path": replace_surrogates(related.path), "range": {"start": start}}


def _suggestion(edit: Edit, lines: Lines) -> dict[str, object]:
    return {"range": _range(edit.span, lines), "text": replace_surrogates(edit.text)}


def _range(span: Span, lines: Lines) -> dict[str, object]:
    return {
        "start": _position(span.line, span.column, lines),
        "end": _position(span.end_line, span.end_column, lines),
    }


def _position(line: int, column: int, lines: Lines) -> dict[str, int]:
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    wider = 0 if before.isascii() else len(before.encode()) - len(before)
    return {"line": line, "column": column + wider}
