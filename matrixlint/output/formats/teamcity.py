"""Service messages, which TeamCity shows as inspections of the build."""

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
    """Return a line for each rule that found something, then a line a finding."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for detail in report.details:
        yield _message("buildProblem", {"description": failure_text(detail)})
    found = {diagnostic.code for diagnostic in report.diagnostics}
    yield from (_type(rule) for rule in report.rules if rule.code in found)
    yield from map(_inspection, report.diagnostics)


def _type(rule: Rule) -> str:
    values = {
        "id": rule.code,
        "name": f"{rule.code} {rule.name}",
        "category": "matrixlint",
        "description": escape_control(rule.summary),
    }
    return _message("inspectionType", values)


def _inspection(diagnostic: Diagnostic) -> str:
    values = {
        "typeId": diagnostic.code,
        "message": message_text(diagnostic),
        "file": escape_control(diagnostic.path),
        "line": str(diagnostic.line),
        "SEVERITY": effective_severity(diagnostic).upper(),
    }
    return _message("inspection", values)


def _message(name: str, values: Mapping[str, str]) -> str:
    parts = (f"{key}='{value.translate(_VALUE)}'" for key, value in values.items())
    return f"##teamcity[{name} {' '.join(parts)}]"
