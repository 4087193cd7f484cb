"""SARIF 2.1.0, which code scanning services and editors read."""

import os
import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import quote

from matrixlint.diagnostic import Diagnostic, Fix, Related, Severity
from matrixlint.errors import ErrorDetail
from matrixlint.output.fingerprint import compute_fingerprints
from matrixlint.output.json_text import dump_json
from matrixlint.output.message import message_text
from matrixlint.output.report import Report
from matrixlint.rules.rule import Rule
from matrixlint.text.escape import escape_control
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {**_LEVELS, Severity.INFO: "recommendation"}
# An error is certain, a warning is very likely a mistake.
_PRECISIONS = {Severity.ERROR: "very-high", Severity.WARNING: "high", Severity.INFO: "medium"}
_KINDS = {"comment": "inSource", "baseline": "external"}
_PLACEHOLDER = compile_lazily(r"\{(\d+)\}")
_HEADING = compile_lazily(r"^#.*\n+", re.MULTILINE)


def render(report: Report) -> str:
    """Return the log of *report* in one line of ASCII, which any output can encode."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_make_run(report)]}
    return dump_json(log)


def _make_run(report: Report) -> dict[str, object]:
    driver = {"name": "matrixlint", "semanticVersion": report.version}
    return {
        "tool": {"driver": {**driver, "rules": [_make_rule(rule) for rule in report.rules]}},
        "invocations": [_make_invocation(report)],
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "matrixlint/"},
        "results": _make_results(report),
    }


def _make_rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": _get_description(rule)},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": ["support-matrix"],
            "precision": _PRECISIONS[rule.severity],
            "problem.severity": _PROBLEMS[rule.severity],
        },
    }


def _get_description(rule: Rule) -> str:
    """Return the summary and the first paragraph under the page's first heading."""
    heading = _HEADING.search(rule.page)
    reason = rule.page[heading.end() :].partition("\n\n")[0] if heading else ""
    return " ".join([rule.summary, *reason.split()])


def _make_invocation(report: Report) -> dict[str, object]:
    return {
        "executionSuccessful": not report.details,
        "toolExecutionNotifications": [_make_notification(each) for each in report.details],
    }


def _make_notification(detail: ErrorDetail) -> dict[str, object]:
    message = {"text": _escape_message(escape_control(detail.message))}
    notification: dict[str, object] = {"level": "error", "message": message}
    if detail.path is None:
        return notification
    place: dict[str, object] = {"artifactLocation": _make_artifact_location(detail.path)}
    if detail.line is not None:
        place["region"] = {"startLine": detail.line}
    return {**notification, "locations": [{"physicalLocation": place}]}


def _make_results(report: Report) -> list[dict[str, object]]:
    indexes = {rule.code: index for index, rule in enumerate(report.rules)}
    fingerprints = compute_fingerprints(report.diagnostics, report.relative_paths)
    results = [
        _make_result(diagnostic, fingerprint, indexes)
        for diagnostic, fingerprint in zip(report.diagnostics, fingerprints, strict=True)
    ]
    if any(diagnostic.suppressed for diagnostic in report.diagnostics):
        # The standard requires the property on all results or on none.
        for diagnostic, result in zip(report.diagnostics, results, strict=True):
            kind = _KINDS.get(diagnostic.suppressed or "")
            result["suppressions"] = [{"kind": kind}] if kind else []
    return results


def _make_result(
    diagnostic: Diagnostic, fingerprint: str, indexes: Mapping[str, int]
) -> dict[str, object]:
    path = diagnostic.path
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": indexes[diagnostic.code],
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": _escape_message(message_text(diagnostic))},
        "locations": [_make_location(path, diagnostic.span)],
        "partialFingerprints": {"matrixlint/v1": fingerprint},
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            _make_related_location(path, each) for each in diagnostic.related
        ]
    if diagnostic.fix:
        result["fixes"] = [_make_fix(path, diagnostic.fix)]
    return result


def _make_location(path: str, span: Span) -> dict[str, object]:
    place = {"artifactLocation": _make_artifact_location(path), "region": _make_region(span)}
    return {"physicalLocation": place}


def _make_related_location(path: str, related: Related) -> dict[str, object]:
    message = {"text": _escape_message(escape_control(related.message))}
    return {**_make_location(related.path or path, related.span), "message": message}


def _make_fix(path: str, fix: Fix) -> dict[str, object]:
    replacements = [
        {"deletedRegion": _make_region(edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": _make_artifact_location(path), "replacements": replacements}
    title = _escape_message(escape_control(fix.title))
    return {"description": {"text": title}, "artifactChanges": [change]}


def _make_artifact_location(path: str) -> dict[str, str]:
    return {"uri": _quote_path(path)}


@cache
def _quote_path(path: str) -> str:
    # A file name need not be valid text: its bytes are quoted.
    return quote(os.fsencode(path))


def _make_region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _escape_message(text: str) -> str:
    """Return *text* with links and placeholders of SARIF escaped."""
    return _PLACEHOLDER.sub(r"{{\1}}", text.replace("](", r"\]("))
