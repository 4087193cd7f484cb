"""Workflow commands of GitHub Actions, which shows them as annotations."""

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
    """Return a line for each diagnostic, errors first: a step shows ten of each kind."""
    diagnostics = sorted(
        report.diagnostics,
        key=lambda diagnostic: list(Severity).index(effective_severity(diagnostic)),
    )
    lines = [*map(_format_failure, report.details), *map(_format_line, diagnostics)]
    return "".join(f"{line}\n" for line in lines)


def _format_line(diagnostic: Diagnostic) -> str:
    properties = {"title": format_title(diagnostic), **dict(_get_location(diagnostic))}
    return _format_command(
        _COMMANDS[effective_severity(diagnostic)], properties, message_text(diagnostic)
    )


def _get_location(diagnostic: Diagnostic) -> Iterator[tuple[str, str | int]]:
    yield "file", escape_control(diagnostic.path)
    yield "line", diagnostic.line
    yield "endLine", diagnostic.end_line
    if diagnostic.line == diagnostic.end_line:
        # GitHub does not show columns of a range over several lines.
        yield "col", diagnostic.column
        yield "endColumn", diagnostic.end_column


def _format_failure(detail: ErrorDetail) -> str:
    properties: dict[str, str | int] = {"title": "matrixlint"}
    if detail.path is not None:
        properties["file"] = escape_control(detail.path)
    if detail.line is not None:
        properties["line"] = detail.line
    return _format_command("error", properties, failure_text(detail))


def _format_command(name: str, properties: Mapping[str, str | int], message: str) -> str:
    parts = (f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {','.join(parts)}::{message.translate(_DATA)}"
