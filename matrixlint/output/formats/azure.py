"""Logging commands of Azure Pipelines, which shows them as issues of the run."""

from collections.abc import Mapping

from matrixlint.diagnostic import Diagnostic, Severity
from matrixlint.errors import ErrorDetail
from matrixlint.output.message import effective_severity, failure_text, message_text
from matrixlint.output.report import Report
from matrixlint.text.escape import escape_control

# A warning is the lowest level.
_TYPES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "warning"}
_DATA = str.maketrans({"%": "%AZP25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({"]": "%5D", ";": "%3B"})


def render(report: Report) -> str:
    """Return a line for each error and each diagnostic of *report*."""
    lines = [*map(_format_failure, report.details), *map(_format_line, report.diagnostics)]
    return "".join(f"{line}\n" for line in lines)


def _format_line(diagnostic: Diagnostic) -> str:
    properties: dict[str, str | int] = {
        "type": _TYPES[effective_severity(diagnostic)],
        "sourcepath": escape_control(diagnostic.path),
        "linenumber": diagnostic.line,
        "columnnumber": diagnostic.column,
        "code": diagnostic.code,
    }
    return _format_command(properties, f"{diagnostic.name}: {message_text(diagnostic)}")


def _format_failure(detail: ErrorDetail) -> str:
    properties: dict[str, str | int] = {"type": "error"}
    if detail.path is not None:
        properties["sourcepath"] = escape_control(detail.path)
    if detail.line is not None:
        properties["linenumber"] = detail.line
    return _format_command(properties, failure_text(detail))


def _format_command(properties: Mapping[str, str | int], message: str) -> str:
    parts = "".join(
        f"{key}={str(value).translate(_PROPERTY)};" for key, value in properties.items()
    )
    return f"##vso[task.logissue {parts}]{message.translate(_DATA)}"
