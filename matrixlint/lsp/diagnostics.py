"""Diagnostics to publish: the findings of a text, and errors that prevent linting."""

from typing import NamedTuple

from matrixlint.diagnostic import Diagnostic, Related, Severity
from matrixlint.lsp.analysis import Analysis
from matrixlint.output.message import failure_text, message_text
from matrixlint.text.phrases import format_count
from matrixlint.text.span import Span

# More are of no use, and an editor may hang on them.
MAX_DIAGNOSTICS = 1_000
_TOP = Span(1, 1, 1, 1)


class PublishedDiagnostic(NamedTuple):
    """Diagnostic to publish; *code* is the rule's, None for another error."""

    span: Span
    message: str
    severity: Severity
    code: str | None = None
    related: tuple[Related, ...] = ()


def find_diagnostics(analysis: Analysis) -> list[PublishedDiagnostic]:
    """Return the diagnostics to publish: at most MAX_DIAGNOSTICS, then a summary."""
    found = [
        PublishedDiagnostic(_TOP, failure_text(each), Severity.ERROR) for each in analysis.details
    ]
    found += map(make_diagnostic, analysis.diagnostics[:MAX_DIAGNOSTICS])
    hidden = len(analysis.diagnostics) - MAX_DIAGNOSTICS
    if hidden > 0:
        message = f"{format_count(hidden, 'finding')} more; the command tells them all"
        found.append(PublishedDiagnostic(_TOP, message, Severity.INFO))
    return found


def make_diagnostic(diagnostic: Diagnostic) -> PublishedDiagnostic:
    """Return the published form of *diagnostic*."""
    return PublishedDiagnostic(
        diagnostic.span,
        f"{diagnostic.name}: {message_text(diagnostic)}",
        diagnostic.severity,
        diagnostic.code,
        diagnostic.related,
    )
