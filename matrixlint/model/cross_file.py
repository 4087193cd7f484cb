"""Facts about a matrix from other files of the project."""

from collections.abc import Mapping
from typing import NamedTuple

from matrixlint.diagnostic import Related
from matrixlint.text.span import Span


class OtherLocation(NamedTuple):
    """A *text* in another matrix, with the *path* of that for reports, and its span."""

    text: str
    path: str
    span: Span

    def related(self, message: str) -> tuple[Related, ...]:
        """Return the location, with *message*, as related information of a finding."""
        return (Related(self.span, message, self.path),)


class CrossFileFacts(NamedTuple):
    """
    Facts about a matrix from other files; by default there are none.

    *names* are other names that other matrices use for its drivers, *titles* other titles, both
    by the name of the driver. *anchors* are features above it on the same page with the same
    HTML anchor as one of its own, by the name of its own. *is_named* is true if a directive
    includes the matrix, *is_whole* if the run includes all matrices of the project.
    """

    names: Mapping[str, OtherLocation] = {}
    titles: Mapping[str, OtherLocation] = {}
    anchors: Mapping[str, OtherLocation] = {}
    is_named: bool = True
    is_whole: bool = True
