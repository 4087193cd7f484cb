"""The changes as JSON, in the form of ``difference.schema.json``."""

from typing import Any

from matrixlint.model.diff.change import Change
from matrixlint.output.diff.message import describe_change
from matrixlint.output.diff.report import DiffReport
from matrixlint.output.json_text import dump_json

VERSION = 1


def render(outcome: DiffReport) -> str:
    """Return the document, in ASCII."""
    made = {
        "version": VERSION,
        "old": outcome.old,
        "new": outcome.new,
        "regressions": outcome.regressions,
        "changes": [_change(change) for change in outcome.changes],
    }
    return dump_json(made, 2)


def _change(change: Change) -> dict[str, Any]:
    held = {name: value for name, value in change._asdict().items() if value is not None}
    held["regression"] = held.pop("is_regression")
    return held | {"message": describe_change(change)}
