"""Diff report: the input of the output formats of a diff."""

from collections.abc import Sequence
from typing import NamedTuple

from matrixlint.model.diff.change import Change


class DiffReport(NamedTuple):
    """Changes between the matrices at the paths *old* and *new*, as reported."""

    old: str
    new: str
    changes: Sequence[Change]

    @property
    def regressions(self) -> int:
        """Number of changes that are regressions: less is supported than before."""
        return sum(change.is_regression for change in self.changes)

    def place(self, change: Change) -> tuple[str, int]:
        """Return the path and the line (1-based) of *change*, in the new file if possible."""
        if change.new_line is None:
            return self.old, change.old_line or 1
        return self.new, change.new_line
