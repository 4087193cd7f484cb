"""What comes of holding two files against each other, as it is reported."""

from collections.abc import Sequence
from typing import NamedTuple

from matrixlint.model.diff.change import Change


class DiffReport(NamedTuple):
    """The *changes* between the matrices at two paths, as these are reported."""

    old: str
    new: str
    changes: Sequence[Change]

    @property
    def regressions(self) -> int:
        """How many of the changes promise less than before."""
        return sum(change.is_regression for change in self.changes)

    def place(self, change: Change) -> tuple[str, int]:
        """Return the path and the line (1-based) of *change*: the new ones, where there are any."""
        if change.new_line is None:
            return self.old, change.old_line or 1
        return self.new, change.new_line
