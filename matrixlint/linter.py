"""A source linted: the rules run, and their findings made into the report's rows."""

from collections.abc import Mapping

from matrixlint.config import Command, Settings, settings
from matrixlint.config import read as read_config
from matrixlint.diagnostic import Diagnostic
from matrixlint.dialect import BUILT_IN
from matrixlint.document import Entry
from matrixlint.file import read as read_file
from matrixlint.ini import read
from matrixlint.matrix import Matrix
from matrixlint.reading import read_matrix
from matrixlint.rule import Finding, Rule
from matrixlint.rules import ALL
from matrixlint.source import Source

_OF_ENCODING = ("MX005", "MX006")


def lint(source: Source, settings: Settings) -> list[Diagnostic]:
    """Return the diagnostics of *source* in the order of the report."""
    matrix = _read(source, settings)
    found: dict[tuple[int, int, str, str], Diagnostic] = {}
    for rule in ALL:
        if rule.code not in settings.codes:
            continue
        for finding in rule.check(matrix):
            row = _row(finding, rule, settings, source)
            found.setdefault((row.line, row.column, row.code, row.message), row)
    illegible = {blur.span.line for blur in source.blurs}
    return [
        found[place]
        for place in sorted(found)
        # The encoding's faults have told such a line: nothing else is said of it.
        if place[0] not in illegible or found[place].code in _OF_ENCODING
    ]


def load(text: str, path: str = "support-matrix.ini") -> Matrix:
    """Return the matrix that *text* is read as, whatever it holds."""
    return _read(Source.from_text(path, text), Settings())


def lint_text(
    text: str, path: str = "support-matrix.ini", config: Mapping[str, object] | None = None
) -> list[Diagnostic]:
    """
    Return the diagnostics of *text*; *path* is what they call it.

    *config* holds settings by the names that a configuration file has for them; a wrong
    one raises MatrixlintError. Nothing is printed, no file is read.
    """
    return lint(Source.from_text(path, text), _settings(config, path))


def lint_file(path: str, config: Mapping[str, object] | None = None) -> list[Diagnostic]:
    """
    Return the diagnostics of the file at *path*; raise FileError where it cannot be read.

    *config* is as for lint_text; no configuration file is looked for.
    """
    return lint(Source.from_bytes(path, read_file(path)), _settings(config, path))


def _settings(config: Mapping[str, object] | None, path: str) -> Settings:
    if config is None:
        return Settings()
    return settings(read_config(config, ""), Command(), path)


def _read(source: Source, settings: Settings) -> Matrix:
    forced = next((each for each in BUILT_IN if each.name == settings.dialect), None)
    return read_matrix(read(source, BUILT_IN, forced))


def _row(finding: Finding, rule: Rule, settings: Settings, source: Source) -> Diagnostic:
    about = finding.about
    entry = about if isinstance(about, Entry) else None
    section = about.section if isinstance(about, Entry) else about
    severity = settings.severities.get(rule.code, finding.severity or rule.severity)
    value = finding.value
    if value is None and entry:
        value = entry.value
    return Diagnostic(
        path=source.path,
        line=finding.span.line,
        column=finding.span.column,
        code=rule.code,
        message=finding.message,
        end_line=finding.span.end_line,
        end_column=finding.span.end_column,
        name=rule.name,
        severity=severity,
        hint=finding.hint,
        section=section.name if section else None,
        key=entry.key if entry else None,
        driver=finding.driver,
        value=value,
        related=finding.related,
        fix=finding.fix,
    )
