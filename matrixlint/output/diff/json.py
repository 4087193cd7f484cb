"""Format a diff as JSON (``difference.schema.json``)."""

from typing import Any

from matrixlint.model.diff.change import Change
from matrixlint.output.diff.message import describe_change
from matrixlint.output.diff.report import DiffReport
from matrixlint.output.json_text import dump_json

VERSION = 1


def render(report: DiffReport) -> str:
    """Return *report* as a JSON document in ASCII."""
    document = {
        "version": VERSION,
        "old": report.old,
        "new": report.new,
        "regressions": report.regressions,
        "changes": [_to_object(change) for change in report.changes],
    }
    return dump_json(document, 2)


def _to_object(change: Change) -> dict[str, Any]:
    fields = {name: value for name, value in change._asdict().items() if value is not None}
    fields["regression"] = fields.pop("is_regression")
    return fields | {"message": describe_change(change)}
