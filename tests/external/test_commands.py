"""GitHub's, Azure's and TeamCity's commands, against those of their own libraries."""

import io
import re
from typing import Any

import pytest

from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail
from matrixlint.output.formats import render
from matrixlint.output.message import failure_text, message_text
from matrixlint.output.report import Report
from matrixlint.text.escape import escape_control
from tests.external.reader import HOW, each_report, node, package

pytestmark = pytest.mark.external
KINDS = {"error": "error", "warning": "warning", "info": "notice"}


def severity(row: Diagnostic) -> str:
    return "info" if row.suppressed else row.severity.value


def annotation(row: Diagnostic) -> tuple[str, str, dict[str, Any]]:
    properties: dict[str, Any] = {
        "title": f"{row.code} {row.name}",
        "file": escape_control(row.path),
        "startLine": row.line,
        "endLine": row.end_line,
    }
    if row.line == row.end_line:
        properties |= {"startColumn": row.column, "endColumn": row.end_column}
    return KINDS[severity(row)], message_text(row), properties


def problem(detail: ErrorDetail) -> tuple[str, str, dict[str, Any]]:
    place = {"file": detail.path, "startLine": detail.line}
    given = {name: value for name, value in place.items() if value is not None}
    return "error", failure_text(detail), {"title": "matrixlint", **given}


@each_report
def test_github_is_reported_what_an_action_reports_it(report: Report) -> None:
    package("@actions/core")
    rows = [row for kind in KINDS for row in report.diagnostics if severity(row) == kind]

    expected = node("actions.mjs", [*map(problem, report.details), *map(annotation, rows)])

    assert render("github", report) == expected


def issue(row: Diagnostic) -> tuple[str, dict[str, str]]:
    return f"{row.name}: {message_text(row)}", {
        "type": "error" if severity(row) == "error" else "warning",
        "sourcepath": escape_control(row.path),
        "linenumber": str(row.line),
        "columnnumber": str(row.column),
        "code": row.code,
    }


@each_report
def test_azure_is_reported_what_a_task_reports_it(report: Report) -> None:
    package("azure-pipelines-task-lib")
    failures = [
        (failure_text(each), {"type": "error", "sourcepath": each.path, "linenumber": each.line})
        for each in report.details
    ]

    expected = node("azure.cjs", [*failures, *map(issue, report.diagnostics)])

    assert render("azure", report) == expected


def inspection(row: Diagnostic) -> tuple[str, dict[str, str]]:
    return "inspection", {
        "typeId": row.code,
        "message": message_text(row),
        "file": escape_control(row.path),
        "line": str(row.line),
        "SEVERITY": severity(row).upper(),
    }


@each_report
def test_teamcity_is_reported_what_its_library_reports_it(report: Report) -> None:
    library = pytest.importorskip("teamcity.messages", reason=f"teamcity-messages: {HOW}")
    output = io.BytesIO()
    service = library.TeamcityServiceMessages(output, now=lambda: 0)
    for detail in report.details:
        service.message("buildProblem", description=failure_text(detail))
    for rule in report.rules:
        if rule.code in {row.code for row in report.diagnostics}:
            values = {"id": rule.code, "name": f"{rule.code} {rule.name}"}
            words = {"category": "matrixlint", "description": escape_control(rule.summary)}
            service.message("inspectionType", **values, **words)
    for name, values in map(inspection, report.diagnostics):
        service.message(name, **values)

    assert sorted_values(render("teamcity", report)) == sorted_values(output.getvalue().decode())


def sorted_values(text: str) -> list[list[str]]:
    """Return the lines, each as its parts in order: the library sorts them and tells the time."""
    without_time = re.sub(r" timestamp='[^']*'", "", text)
    return [
        [*sorted(re.findall(r" \w+='(?:[^'|]|\|.)*'", line)), re.sub(r" \w+='.*'", "", line)]
        for line in without_time.splitlines()
    ]
