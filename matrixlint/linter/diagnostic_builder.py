"""Builder that turns the findings of rules into diagnostics."""

from bisect import bisect_right

from matrixlint.config.settings import Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.rules.rule import Finding, Rule
from matrixlint.syntax.document import Entry
from matrixlint.text.source import Source
from matrixlint.text.span import Span


class DiagnosticBuilder:
    """Builder of the diagnostics of one source with its settings."""

    __slots__ = ("_headers", "_settings", "_source")

    def __init__(self, source: Source, settings: Settings) -> None:
        self._source = source
        self._settings = settings
        self._headers: list[int] | None = None

    def build(self, finding: Finding, rule: Rule) -> Diagnostic:
        """Return the diagnostic of *finding*, yielded by *rule*."""
        about, span = finding.about, finding.span
        entry = about if isinstance(about, Entry) else None
        section = about.section if isinstance(about, Entry) else about
        severity = self._settings.severities.get(rule.code, finding.severity or rule.severity)
        diagnostic = Diagnostic(
            path=self._source.path,
            line=span.line,
            column=span.column,
            code=rule.code,
            # A value may have several lines, a message has one.
            message=finding.message.replace("\n", "\\n"),
            end_line=span.end_line,
            end_column=span.end_column,
            name=rule.name,
            severity=severity,
            hint=finding.hint,
            section=section.name if section else None,
            key=entry.key if entry else None,
            driver=finding.driver,
            value=entry.value if entry and finding.value is None else finding.value,
            related=finding.related,
            fix=finding.fix,
        )
        return diagnostic if about else self._add_context(diagnostic)

    def _add_context(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return *diagnostic*, not about an entry or section, with section and value."""
        if diagnostic.span[:2] == diagnostic.span[2:]:
            return diagnostic
        value = self._get_text(diagnostic.span) if diagnostic.value is None else diagnostic.value
        return diagnostic._replace(section=self._find_section(diagnostic.line), value=value)

    def _get_text(self, span: Span) -> str:
        end = span.end_column - 1 if span.line == span.end_line else None
        return self._source.lines[span.line - 1][span.column - 1 : end]

    def _find_section(self, line: int) -> str | None:
        lines = self._source.lines
        if self._headers is None:
            self._headers = [at for at, text in enumerate(lines, 1) if text.startswith("[")]
        above = bisect_right(self._headers, line)
        if not above:
            return None
        return lines[self._headers[above - 1] - 1][1:].partition("]")[0]
