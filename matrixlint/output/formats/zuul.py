"""File comments of Zuul, which it adds to the lines of a change."""

from matrixlint.diagnostic import Diagnostic
from matrixlint.output.json_text import dump_json
from matrixlint.output.message import effective_severity, one_line
from matrixlint.output.report import Report
from matrixlint.text.escape import replace_surrogates


def render(report: Report) -> str:
    """Return the data for ``zuul_return``; with more keys, Zuul drops all comments."""
    comments: dict[str, list[dict[str, object]]] = {}
    for diagnostic in report.diagnostics:
        comments.setdefault(replace_surrogates(diagnostic.path), []).append(
            _make_comment(diagnostic)
        )
    return dump_json({"zuul": {"file_comments": comments}}, 2)


def _make_comment(diagnostic: Diagnostic) -> dict[str, object]:
    level = effective_severity(diagnostic)
    return {
        # Gerrit shows a comment below the last line of its range, and has no levels.
        "line": diagnostic.end_line,
        "message": f"{level}: {one_line(diagnostic)}",
        "level": level,
        "range": {
            "start_line": diagnostic.line,
            "start_character": diagnostic.column - 1,
            "end_line": diagnostic.end_line,
            "end_character": diagnostic.end_column - 1,
        },
    }
