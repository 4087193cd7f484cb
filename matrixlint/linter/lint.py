"""A source linted: the rules run, and their findings made into the report's rows."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from matrixlint.config.settings import Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail, PluginError
from matrixlint.linter.diagnostic_builder import DiagnosticBuilder
from matrixlint.model.builder import build_matrix
from matrixlint.model.matrix import Matrix
from matrixlint.rules.plugins import is_foreign, load_rules, run_rule
from matrixlint.rules.rule import Finding, Rule
from matrixlint.syntax.parser import parse
from matrixlint.text.source import Source

_OF_ENCODING = ("MX005", "MX006")
# What every suppression holds: a text without it has none.
_MARK = "matrixlint:"


class LintResult(NamedTuple):
    """All that can be said of a source; *details* are the rules of plugins that failed."""

    diagnostics: list[Diagnostic]
    details: Sequence[ErrorDetail] = ()


def lint_or_raise(source: Source, settings: Settings) -> list[Diagnostic]:
    """
    Return the diagnostics of *source* in the order of the report.

    Those that a comment silences are marked as suppressed. A rule of a plugin that fails
    raises PluginError.
    """
    diagnostics, details = lint_source(source, settings)
    if details:
        raise PluginError(*details)
    return diagnostics


def lint_source(source: Source, settings: Settings) -> LintResult:
    """Return what lint does, whatever the rules of plugins do."""
    matrix = parse_matrix(source, settings)
    found = check_matrix(matrix, settings)
    matrix.document.release()
    return found


def check_matrix(matrix: Matrix, settings: Settings) -> LintResult:
    """Return what verdict does of the source that *matrix* is read from."""
    source = matrix.document.source
    builder = DiagnosticBuilder(source, settings)
    found: dict[tuple[int, int, str, str], Diagnostic] = {}
    details: list[ErrorDetail] = []
    for rule in load_rules(settings.plugins):
        if rule.code not in settings.codes or not _may_find(rule, matrix, settings):
            continue
        try:
            own = _findings(rule, matrix, settings)
        except PluginError as error:
            details += error.details
            # It has not run: nothing can be said of the comments that speak of it.
            settings = settings._replace(codes=settings.codes - {rule.code})
            continue
        for finding in own:
            diagnostic = builder.build(finding, rule)
            found.setdefault(_identify(diagnostic), diagnostic)
    illegible = {character.span.line for character in source.illegal_characters}
    diagnostics = [
        found[place]
        for place in sorted(found)
        # The encoding's faults have told such a line: nothing else is said of it.
        if place[0] not in illegible or found[place].code in _OF_ENCODING
    ]
    if _MARK not in source.text or not settings.suppressions:
        return LintResult(diagnostics, details)
    return LintResult(_apply_suppressions(diagnostics, matrix, settings, builder), details)


def _identify(diagnostic: Diagnostic) -> tuple[int, int, str, str]:
    return diagnostic.line, diagnostic.column, diagnostic.code, diagnostic.message


def parse_matrix(source: Source, settings: Settings) -> Matrix:
    """Return the matrix that *source* is read as."""
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


def _findings(rule: Rule, matrix: Matrix, settings: Settings) -> Iterable[Finding]:
    options = settings.options.get(rule.code, {})
    if is_foreign(rule):
        return run_rule(rule, matrix, options, settings.plugins)
    return rule.findings(matrix, options)


def _apply_suppressions(
    diagnostics: list[Diagnostic], matrix: Matrix, settings: Settings, builder: DiagnosticBuilder
) -> list[Diagnostic]:
    """Return *diagnostics*, the suppressed ones marked, and those on the suppressions."""
    # Few files have such comments.
    from matrixlint.linter.suppression.check import check_suppressions
    from matrixlint.linter.suppression.match import SuppressionMatcher
    from matrixlint.syntax.suppression_comments import parse_suppressions

    known = load_rules(settings.plugins)
    matcher = SuppressionMatcher(parse_suppressions(matrix.document), known)
    ran = {rule.code: rule for rule in known if rule.code in settings.codes}
    told = [
        each
        for each in check_suppressions(matcher, diagnostics, matrix, settings)
        if each.code in ran
    ]
    own, last = (
        [builder.build(each.finding, ran[each.code]) for each in told if each.is_last is is_last]
        for is_last in (False, True)
    )
    return sorted(
        [*matcher.mark([*diagnostics, *own]), *last], key=lambda diagnostic: diagnostic[:5]
    )
