"""Logging commands, which Azure Pipelines shows as issues of the run."""

from collections.abc import Mapping

from matrixlint.diagnostic import Diagnostic, Severity
from matrixlint.errors import ErrorDetail
from matrixlint.output.message import effective_severity, failure_text, message_text
from matrixlint.output.report import Report
from matrixlint.text.escape import escape_control

# There is nothing lighter than a warning.
_TYPES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "warning"}
_DATA = str.maketrans({"%": "%AZP25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({"]": "%5D", ";": "%3B"})


def render(report: Report) -> str:
    """Return a line a finding, and one for each thing that could not be done."""
    lines = [*map(_failure, report.details), *map(_line, report.diagnostics)]
    return "".join(f"{line}\n" for line in lines)


def _line(diagnostic: Diagnostic) -> str:
    properties: dict[str, str | int] = {
        "type": _TYPES[effective_severity(diagnostic)],
        "sourcepath": escape_control(diagnostic.path),
        "linenumber": diagnostic.line,
        "columnnumber": diagnostic.column,
        "code": diagnostic.code,
    }
    return _command(properties, f"{diagnostic.name}: {message_text(diagnostic)}")


def _failure(detail: ErrorDetail) -> str:
    properties: dict[str, str | int] = {"type": "error"}
    if detail.path is not None:
        properties["sourcepath"] = escape_control(detail.path)
    if detail.line is not None:
        properties["linenumber"] = detail.line
    return _command(properties, failure_text(detail))


def _command(properties: Mapping[str, str | int], message: str) -> str:
    parts = "".join(
        f"{key}={str(value).translate(_PROPERTY)};" for key, value in properties.items()
    )
    return f"##vso[task.logissue {parts}]{message.translate(_DATA)}"
