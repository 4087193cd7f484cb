"""A Code Quality report, which GitLab shows in merge requests."""

from matrixlint.diagnostic import Diagnostic, Severity
from matrixlint.fingerprint import fingerprints
from matrixlint.report.notation import notation
from matrixlint.report.report import Report
from matrixlint.report.statement import headline, weight
from matrixlint.text.escape import replace_surrogates

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """Return the array; of two findings with one fingerprint GitLab would lose the first."""
    prints = fingerprints(report.diagnostics, report.homes)
    rows = [
        _row(diagnostic, print_)
        for diagnostic, print_ in zip(report.diagnostics, prints, strict=True)
    ]
    return notation(rows, 2)


def _row(diagnostic: Diagnostic, print_: str) -> dict[str, object]:
    return {
        "description": headline(diagnostic),
        "check_name": diagnostic.code,
        "fingerprint": print_,
        "severity": _SEVERITIES[weight(diagnostic)],
        "location": {
            "path": replace_surrogates(diagnostic.path),
            "lines": {"begin": diagnostic.line},
        },
    }
