"""Workflow commands, which GitHub Actions shows as annotations of the change."""

from collections.abc import Iterator, Mapping

from matrixlint.diagnostic import Diagnostic, Severity
from matrixlint.errors import ErrorDetail
from matrixlint.output.message import effective_severity, failure_text, format_title, message_text
from matrixlint.output.report import Report
from matrixlint.text.escape import escape_control

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: Report) -> str:
    """Return a line a finding, errors first: of each kind a step shows no more than ten."""
    diagnostics = sorted(
        report.diagnostics,
        key=lambda diagnostic: list(Severity).index(effective_severity(diagnostic)),
    )
    lines = [*map(_failure, report.details), *map(_line, diagnostics)]
    return "".join(f"{line}\n" for line in lines)


def _line(diagnostic: Diagnostic) -> str:
    properties = {"title": format_title(diagnostic), **dict(_place(diagnostic))}
    return _command(_COMMANDS[effective_severity(diagnostic)], properties, message_text(diagnostic))


def _place(diagnostic: Diagnostic) -> Iterator[tuple[str, str | int]]:
    yield "file", escape_control(diagnostic.path)
    yield "line", diagnostic.line
    yield "endLine", diagnostic.end_line
    if diagnostic.line == diagnostic.end_line:
        # Columns of a range over several lines are not shown.
        yield "col", diagnostic.column
        yield "endColumn", diagnostic.end_column


def _failure(detail: ErrorDetail) -> str:
    properties: dict[str, str | int] = {"title": "matrixlint"}
    if detail.path is not None:
        properties["file"] = escape_control(detail.path)
    if detail.line is not None:
        properties["line"] = detail.line
    return _command("error", properties, failure_text(detail))


def _command(name: str, properties: Mapping[str, str | int], message: str) -> str:
    parts = (f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {','.join(parts)}::{message.translate(_DATA)}"
