"""Code Quality report of GitLab, which shows it in merge requests."""

from matrixlint.diagnostic import Diagnostic, Severity
from matrixlint.output.fingerprint import compute_fingerprints
from matrixlint.output.json_text import dump_json
from matrixlint.output.message import effective_severity, one_line
from matrixlint.output.report import Report
from matrixlint.text.escape import replace_surrogates

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """Return the report; fingerprints are unique, or GitLab would drop diagnostics."""
    fingerprints = compute_fingerprints(report.diagnostics, report.relative_paths)
    issues = [
        _to_issue(diagnostic, fingerprint)
        for diagnostic, fingerprint in zip(report.diagnostics, fingerprints, strict=True)
    ]
    return dump_json(issues, 2)


def _to_issue(diagnostic: Diagnostic, fingerprint: str) -> dict[str, object]:
    return {
        "description": one_line(diagnostic),
        "check_name": diagnostic.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[effective_severity(diagnostic)],
        "location": {
            "path": replace_surrogates(diagnostic.path),
            "lines": {"begin": diagnostic.line},
        },
    }
