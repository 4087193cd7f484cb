"""Messages and severities of diagnostics, shared by the output formats."""

from matrixlint.diagnostic import Diagnostic, Severity
from matrixlint.errors import ErrorDetail
from matrixlint.text.escape import escape_control


def one_line(diagnostic: Diagnostic) -> str:
    """Return code, name, message and hint of *diagnostic* in one line."""
    return f"{format_title(diagnostic)}: {message_text(diagnostic)}"


def format_title(diagnostic: Diagnostic) -> str:
    """Return the code and the name of the rule of *diagnostic*."""
    return f"{diagnostic.code} {diagnostic.name}"


def message_text(diagnostic: Diagnostic) -> str:
    """Return message and hint in one line, without the rule."""
    hint = f"; {diagnostic.hint}" if diagnostic.hint else ""
    note = f" ({suppression_note(diagnostic)})" if diagnostic.suppressed else ""
    return escape_control(f"{diagnostic.message}{hint}{note}")


def suppression_note(diagnostic: Diagnostic) -> str:
    """Return what suppresses *diagnostic*, in words."""
    return f"suppressed by a {diagnostic.suppressed}"


def effective_severity(diagnostic: Diagnostic) -> Severity:
    """Return the severity for formats without suppressions: info if suppressed."""
    return Severity.INFO if diagnostic.suppressed else diagnostic.severity


def failure_text(detail: ErrorDetail) -> str:
    """Return the error *detail* in one line, its location first."""
    line = f":{detail.line}" if detail.line is not None else ""
    place = f"{detail.path}{line}: " if detail.path is not None else ""
    return escape_control(f"{place}{detail.message}")
