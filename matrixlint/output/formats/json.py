"""JSON document, described by ``report.schema.json``."""

from collections.abc import Sequence

from matrixlint.diagnostic import Diagnostic, Fix, Related, Severity, find_active
from matrixlint.errors import ErrorDetail
from matrixlint.output.fingerprint import compute_fingerprints
from matrixlint.output.json_text import dump_json
from matrixlint.output.report import Report
from matrixlint.text.span import Edit, Span

_VERSION = 1


def render(report: Report) -> str:
    """Return the document of *report* in ASCII, which any output can encode."""
    document = {
        "version": _VERSION,
        "diagnostics": diagnostics_to_json(report),
        "errors": [_error_to_json(detail) for detail in report.details],
        "summary": _make_summary(report.diagnostics, len(report.paths)),
    }
    return dump_json(document, 2)


def diagnostics_to_json(report: Report) -> list[dict[str, object]]:
    """Return the diagnostics of *report* as in the document."""
    fingerprints = compute_fingerprints(report.diagnostics, report.relative_paths)
    return [
        _diagnostic_to_json(diagnostic, fingerprint)
        for diagnostic, fingerprint in zip(report.diagnostics, fingerprints, strict=True)
    ]


def _diagnostic_to_json(diagnostic: Diagnostic, fingerprint: str) -> dict[str, object]:
    return {
        "path": diagnostic.path,
        **_span_to_json(diagnostic.span),
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "section": diagnostic.section,
        "key": diagnostic.key,
        "related": [_related_to_json(diagnostic.path, each) for each in diagnostic.related],
        "fix": _fix_to_json(diagnostic.fix) if diagnostic.fix else None,
        "fingerprint": fingerprint,
        "suppressed": diagnostic.suppressed,
    }


def _span_to_json(span: Span) -> dict[str, int]:
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _related_to_json(path: str, related: Related) -> dict[str, object]:
    return {"path": related.path or path, **_span_to_json(related.span), "message": related.message}


def _fix_to_json(fix: Fix) -> dict[str, object]:
    return {
        "safety": "safe" if fix.safe else "unsafe",
        "title": fix.title,
        "edits": [_edit_to_json(edit) for edit in fix.edits],
    }


def _edit_to_json(edit: Edit) -> dict[str, object]:
    return {**_span_to_json(edit.span), "text": edit.text}


def _error_to_json(detail: ErrorDetail) -> dict[str, object]:
    return {
        "path": detail.path,
        "line": detail.line,
        "column": detail.column,
        "message": detail.message,
    }


def _make_summary(diagnostics: Sequence[Diagnostic], files: int) -> dict[str, int]:
    active = find_active(diagnostics)
    severities = [found.severity for found in active]
    return {
        "files": files,
        **{str(each): severities.count(each) for each in Severity},
        "suppressed": len(diagnostics) - len(active),
        "fixable": sum(found.fix is not None for found in active),
    }
