"""The report as one JSON document, described by ``report.schema.json``."""

from collections.abc import Sequence

from matrixlint.diagnostic import Diagnostic, Fix, Related, Severity
from matrixlint.errors import ErrorDetail
from matrixlint.output.fingerprint import compute_fingerprints
from matrixlint.output.json_text import dump_json
from matrixlint.output.report import Report
from matrixlint.text.span import Edit, Span

_VERSION = 1


def render(report: Report) -> str:
    """Return the document; all of it is ASCII, so that any output can take it."""
    document = {
        "version": _VERSION,
        "diagnostics": diagnostics_to_json(report),
        "errors": [_error(detail) for detail in report.details],
        "summary": _summary(report.diagnostics, len(report.paths)),
    }
    return dump_json(document, 2)


def diagnostics_to_json(report: Report) -> list[dict[str, object]]:
    """Return the diagnostics as the document holds them."""
    prints = compute_fingerprints(report.diagnostics, report.relative_paths)
    return [
        _diagnostic(diagnostic, print_)
        for diagnostic, print_ in zip(report.diagnostics, prints, strict=True)
    ]


def _diagnostic(diagnostic: Diagnostic, print_: str) -> dict[str, object]:
    return {
        "path": diagnostic.path,
        **_range(diagnostic.span),
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "section": diagnostic.section,
        "key": diagnostic.key,
        "related": [_related(diagnostic.path, each) for each in diagnostic.related],
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
        "fingerprint": print_,
        "suppressed": diagnostic.suppressed,
    }


def _range(span: Span) -> dict[str, int]:
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _related(path: str, related: Related) -> dict[str, object]:
    return {"path": related.path or path, **_range(related.span), "message": related.message}


def _fix(fix: Fix) -> dict[str, object]:
    return {
        "safety": "safe" if fix.safe else "unsafe",
        "title": fix.title,
        "edits": [_edit(edit) for edit in fix.edits],
    }


def _edit(edit: Edit) -> dict[str, object]:
    return {**_range(edit.span), "text": edit.text}


def _error(detail: ErrorDetail) -> dict[str, object]:
    return {
        "path": detail.path,
        "line": detail.line,
        "column": detail.column,
        "message": detail.message,
    }


def _summary(diagnostics: Sequence[Diagnostic], files: int) -> dict[str, int]:
    active = [found for found in diagnostics if found.suppressed is None]
    severities = [found.severity for found in active]
    return {
        "files": files,
        **{str(each): severities.count(each) for each in Severity},
        "suppressed": len(diagnostics) - len(active),
        "fixable": sum(found.fix is not None for found in active),
    }
