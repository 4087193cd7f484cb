"""What an editor is told of a text without being asked: findings, and what kept us from them."""

from typing import NamedTuple

from matrixlint.diagnostic import Diagnostic, Related, Severity
from matrixlint.lsp.analysis import Analysis
from matrixlint.output.message import failure_text, message_text
from matrixlint.text.phrases import format_count
from matrixlint.text.span import Span

# Nobody reads more, and an editor may hang on them.
MOST = 1_000
_TOP = Span(1, 1, 1, 1)


class PublishedDiagnostic(NamedTuple):
    """One thing to tell of a place; *code* is the rule's, None where it is no finding."""

    span: Span
    message: str
    severity: Severity
    code: str | None = None
    related: tuple[Related, ...] = ()


def find_diagnostics(analysis: Analysis) -> list[PublishedDiagnostic]:
    """Return what there is to tell of *analysis*: of very many findings only the first."""
    found = [
        PublishedDiagnostic(_TOP, failure_text(each), Severity.ERROR) for each in analysis.details
    ]
    found += map(make_diagnostic, analysis.diagnostics[:MOST])
    left = len(analysis.diagnostics) - MOST
    if left > 0:
        message = f"{format_count(left, 'finding')} more; the command tells them all"
        found.append(PublishedDiagnostic(_TOP, message, Severity.INFO))
    return found


def make_diagnostic(diagnostic: Diagnostic) -> PublishedDiagnostic:
    """Return what is told of one finding."""
    return PublishedDiagnostic(
        diagnostic.span,
        f"{diagnostic.name}: {message_text(diagnostic)}",
        diagnostic.severity,
        diagnostic.code,
        diagnostic.related,
    )
