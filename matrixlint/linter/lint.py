"""Lint one source: parse, run the rules, build diagnostics, apply suppressions."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from matrixlint.config.settings import Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail, PluginError
from matrixlint.model.builder import build_matrix
from matrixlint.model.matrix import Matrix
from matrixlint.rules.plugins import is_plugin_rule, load_rules, run_rule
from matrixlint.rules.rule import Finding, Rule
from matrixlint.syntax.parser import parse
from matrixlint.text.source import Source

_ENCODING_CODES = ("MX005", "MX006")
# Every suppression contains this text: a source without it has none.
_SUPPRESSION_PREFIX = "matrixlint:"


class LintResult(NamedTuple):
    """Diagnostics of a source; *details* are the errors of plugin rules that failed."""

    diagnostics: list[Diagnostic]
    details: Sequence[ErrorDetail] = ()


def lint_or_raise(source: Source, settings: Settings) -> list[Diagnostic]:
    """
    Return the diagnostics of *source* in the order of the report.

    Those suppressed by a comment are marked as such. Raise PluginError if a rule of a
    plugin fails.
    """
    diagnostics, details = lint_source(source, settings)
    if details:
        raise PluginError(*details)
    return diagnostics


def lint_source(source: Source, settings: Settings) -> LintResult:
    """Lint *source*; failures of plugin rules are in *details* of the result."""
    matrix = parse_matrix(source, settings)
    found = check_matrix(matrix, settings)
    matrix.document.release()
    return found


def check_matrix(matrix: Matrix, settings: Settings) -> LintResult:
    """Lint the source of *matrix*; failures of plugin rules are in *details*."""
    found: list[tuple[Finding, Rule]] = []
    details: list[ErrorDetail] = []
    for rule in load_rules(settings.plugins):
        if rule.code not in settings.codes or not _may_find(rule, matrix, settings):
            continue
        try:
            found += [(finding, rule) for finding in _run_rule(rule, matrix, settings)]
        except PluginError as error:
            details += error.details
            # The rule has not run: whether suppressions of it are used is unknown.
            settings = settings._replace(codes=settings.codes - {rule.code})
    diagnostics = _build_diagnostics(found, matrix, settings) if found else []
    if _SUPPRESSION_PREFIX in matrix.document.source.text and settings.suppressions:
        diagnostics = _apply_suppressions(diagnostics, matrix, settings)
    return LintResult(diagnostics, details)


def _build_diagnostics(
    findings: Iterable[tuple[Finding, Rule]], matrix: Matrix, settings: Settings
) -> list[Diagnostic]:
    """Return the diagnostics of *findings* in the order of the report, each once."""
    # Imported late: a clean run has no findings.
    from matrixlint.linter.diagnostic_builder import DiagnosticBuilder

    source = matrix.document.source
    builder = DiagnosticBuilder(source, settings)
    found: dict[tuple[int, int, str, str], Diagnostic] = {}
    for finding, rule in findings:
        diagnostic = builder.build(finding, rule)
        found.setdefault(_sort_key(diagnostic), diagnostic)
    illegible = {character.span.line for character in source.illegal_characters}
    return [
        found[place]
        for place in sorted(found)
        # Lines with encoding errors get no other diagnostics.
        if place[0] not in illegible or found[place].code in _ENCODING_CODES
    ]


def _sort_key(diagnostic: Diagnostic) -> tuple[int, int, str, str]:
    return diagnostic.line, diagnostic.column, diagnostic.code, diagnostic.message


def parse_matrix(source: Source, settings: Settings) -> Matrix:
    """Parse *source* and build its matrix."""
    known = settings.dialects
    forced = next((each for each in known if each.name == settings.dialect), None)
    matrix = build_matrix(parse(source, known, forced))
    matrix.schema = settings.schema
    matrix.cross_file = settings.cross_file
    return matrix


def _may_find(rule: Rule, matrix: Matrix, settings: Settings) -> bool:
    # A precondition knows nothing of a project's options.
    if rule.precondition is None or rule.code in settings.options:
        return True
    return bool(rule.precondition(matrix))


def _run_rule(rule: Rule, matrix: Matrix, settings: Settings) -> Iterable[Finding]:
    options = settings.options.get(rule.code, {})
    if is_plugin_rule(rule):
        return run_rule(rule, matrix, options, settings.plugins)
    return rule.findings(matrix, options)


def _apply_suppressions(
    diagnostics: list[Diagnostic], matrix: Matrix, settings: Settings
) -> list[Diagnostic]:
    """Return *diagnostics*, suppressed ones marked, and those about suppressions."""
    # Imported late: few files have such comments.
    from matrixlint.linter.diagnostic_builder import DiagnosticBuilder
    from matrixlint.linter.suppression.check import check_suppressions
    from matrixlint.linter.suppression.match import SuppressionMatcher
    from matrixlint.syntax.suppression_comments import parse_suppressions

    known = load_rules(settings.plugins)
    matcher = SuppressionMatcher(parse_suppressions(matrix.document), known)
    ran = {rule.code: rule for rule in known if rule.code in settings.codes}
    findings = [
        each
        for each in check_suppressions(matcher, diagnostics, matrix, settings)
        if each.code in ran
    ]
    builder = DiagnosticBuilder(matrix.document.source, settings)
    own, last = (
        [
            builder.build(each.finding, ran[each.code])
            for each in findings
            if each.is_last is is_last
        ]
        for is_last in (False, True)
    )
    return sorted(
        [*matcher.mark([*diagnostics, *own]), *last], key=lambda diagnostic: diagnostic[:5]
    )
