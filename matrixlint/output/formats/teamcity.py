"""Service messages of TeamCity, which shows them as inspections of the build."""

from collections.abc import Iterator, Mapping

from matrixlint.diagnostic import Diagnostic
from matrixlint.output.message import effective_severity, failure_text, message_text
from matrixlint.output.report import Report
from matrixlint.rules.rule import Rule
from matrixlint.text.escape import escape_control

_VALUE = str.maketrans(
    {"'": "|'", "|": "||", "[": "|[", "]": "|]", "\n": "|n", "\r": "|r"},
)


def render(report: Report) -> str:
    """Return a line for each rule with diagnostics, then a line for each diagnostic."""
    return "".join(f"{line}\n" for line in _format_lines(report))


def _format_lines(report: Report) -> Iterator[str]:
    for detail in report.details:
        yield _format_message("buildProblem", {"description": failure_text(detail)})
    codes = {diagnostic.code for diagnostic in report.diagnostics}
    yield from (_format_rule(rule) for rule in report.rules if rule.code in codes)
    yield from map(_format_diagnostic, report.diagnostics)


def _format_rule(rule: Rule) -> str:
    values = {
        "id": rule.code,
        "name": f"{rule.code} {rule.name}",
        "category": "matrixlint",
        "description": escape_control(rule.summary),
    }
    return _format_message("inspectionType", values)


def _format_diagnostic(diagnostic: Diagnostic) -> str:
    values = {
        "typeId": diagnostic.code,
        "message": message_text(diagnostic),
        "file": escape_control(diagnostic.path),
        "line": str(diagnostic.line),
        "SEVERITY": effective_severity(diagnostic).upper(),
    }
    return _format_message("inspection", values)


def _format_message(name: str, values: Mapping[str, str]) -> str:
    parts = (f"{key}='{value.translate(_VALUE)}'" for key, value in values.items())
    return f"##teamcity[{name} {' '.join(parts)}]"
