"""A Code Quality report, which GitLab shows in merge requests."""

from matrixlint.diagnostic import Diagnostic, Severity
from matrixlint.output.fingerprint import compute_fingerprints
from matrixlint.output.json_text import dump_json
from matrixlint.output.message import effective_severity, one_line
from matrixlint.output.report import Report
from matrixlint.text.escape import replace_surrogates

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """Return the array; of two findings with one fingerprint GitLab would lose the first."""
    prints = compute_fingerprints(report.diagnostics, report.relative_paths)
    diagnostics = [
        _diagnostic(diagnostic, print_)
        for diagnostic, print_ in zip(report.diagnostics, prints, strict=True)
    ]
    return dump_json(diagnostics, 2)


def _diagnostic(diagnostic: Diagnostic, print_: str) -> dict[str, object]:
    return {
        "description": one_line(diagnostic),
        "check_name": diagnostic.code,
        "fingerprint": print_,
        "severity": _SEVERITIES[effective_severity(diagnostic)],
        "location": {
            "path": replace_surrogates(diagnostic.path),
            "lines": {"begin": diagnostic.line},
        },
    }
