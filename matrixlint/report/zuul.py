"""File comments, which Zuul leaves on the lines of a change."""

from matrixlint.diagnostic import Diagnostic
from matrixlint.report.notation import notation
from matrixlint.report.report import Report
from matrixlint.report.statement import headline, weight
from matrixlint.text.escape import replace_surrogates


def render(report: Report) -> str:
    """Return what a job hands to ``zuul_return``; one key more would drop all comments."""
    comments: dict[str, list[dict[str, object]]] = {}
    for diagnostic in report.diagnostics:
        comments.setdefault(replace_surrogates(diagnostic.path), []).append(_comment(diagnostic))
    return notation({"zuul": {"file_comments": comments}}, 2)


def _comment(diagnostic: Diagnostic) -> dict[str, object]:
    level = weight(diagnostic)
    return {
        # Gerrit shows a comment under the last line of its range, and knows no level.
        "line": diagnostic.end_line,
        "message": f"{level}: {headline(diagnostic)}",
        "level": level,
        "range": {
            "start_line": diagnostic.line,
            "start_character": diagnostic.column - 1,
            "end_line": diagnostic.end_line,
            "end_character": diagnostic.end_column - 1,
        },
    }
