"""SARIF 2.1.0, which code scanning and editors read."""

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
# An error is certain, a warning very likely a mistake.
_PRECISIONS = {Severity.ERROR: "very-high", Severity.WARNING: "high", Severity.INFO: "medium"}
_KINDS = {"comment": "inSource", "baseline": "external"}
_PLACEHOLDER = compile_lazily(r"\{(\d+)\}")
_HEADING = compile_lazily(r"^#.*\n+", re.MULTILINE)


def render(report: Report) -> str:
    """Return the log in one line; all of it is ASCII, so that any output can take it."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return dump_json(log)


def _run(report: Report) -> dict[str, object]:
    driver = {"name": "matrixlint", "semanticVersion": report.version}
    return {
        "tool": {"driver": {**driver, "rules": [_rule(rule) for rule in report.rules]}},
        "invocations": [_invocation(report)],
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "matrixlint/"},
        "results": _results(report),
    }


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": _reason(rule)},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": ["support-matrix"],
            "precision": _PRECISIONS[rule.severity],
            "problem.severity": _PROBLEMS[rule.severity],
        },
    }


def _reason(rule: Rule) -> str:
    """Return the summary and the first paragraph under the page's first heading."""
    heading = _HEADING.search(rule.page)
    reason = rule.page[heading.end() :].partition("\n\n")[0] if heading else ""
    return " ".join([rule.summary, *reason.split()])


def _invocation(report: Report) -> dict[str, object]:
    return {
        "executionSuccessful": not report.details,
        "toolExecutionNotifications": [_notification(each) for each in report.details],
    }


def _notification(detail: ErrorDetail) -> dict[str, object]:
    message = {"text": _message(escape_control(detail.message))}
    notification: dict[str, object] = {"level": "error", "message": message}
    if detail.path is None:
        return notification
    place: dict[str, object] = {"artifactLocation": _artifact(detail.path)}
    if detail.line is not None:
        place["region"] = {"startLine": detail.line}
    return {**notification, "locations": [{"physicalLocation": place}]}


def _results(report: Report) -> list[dict[str, object]]:
    indexes = {rule.code: index for index, rule in enumerate(report.rules)}
    prints = compute_fingerprints(report.diagnostics, report.relative_paths)
    results = [
        _result(diagnostic, print_, indexes)
        for diagnostic, print_ in zip(report.diagnostics, prints, strict=True)
    ]
    if any(diagnostic.suppressed for diagnostic in report.diagnostics):
        # The standard wants it said of all results or of none.
        for diagnostic, result in zip(report.diagnostics, results, strict=True):
            kind = _KINDS.get(diagnostic.suppressed or "")
            result["suppressions"] = [{"kind": kind}] if kind else []
    return results


def _result(diagnostic: Diagnostic, print_: str, indexes: Mapping[str, int]) -> dict[str, object]:
    path = diagnostic.path
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": indexes[diagnostic.code],
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": _message(message_text(diagnostic))},
        "locations": [_location(path, diagnostic.span)],
        "partialFingerprints": {"matrixlint/v1": print_},
    }
    if diagnostic.related:
        result["relatedLocations"] = [_related(path, each) for each in diagnostic.related]
    if diagnostic.fix:
        result["fixes"] = [_fix(path, diagnostic.fix)]
    return result


def _location(path: str, span: Span) -> dict[str, object]:
    place = {"artifactLocation": _artifact(path), "region": _region(span)}
    return {"physicalLocation": place}


def _related(path: str, related: Related) -> dict[str, object]:
    message = {"text": _message(escape_control(related.message))}
    return {**_location(related.path or path, related.span), "message": message}


def _fix(path: str, fix: Fix) -> dict[str, object]:
    replacements = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": _artifact(path), "replacements": replacements}
    title = _message(escape_control(fix.title))
    return {"description": {"text": title}, "artifactChanges": [change]}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": _uri(path)}


@cache
def _uri(path: str) -> str:
    # A name need not be text; its bytes are what a reader has to find.
    return quote(os.fsencode(path))


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _message(text: str) -> str:
    """Return *text* with nothing in it that a reader takes for a link or a placeholder."""
    return _PLACEHOLDER.sub(r"{{\1}}", text.replace("](", r"\]("))
