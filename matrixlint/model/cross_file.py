"""What the other matrices of a project, and its documents, say against one matrix."""

from collections.abc import Mapping
from typing import NamedTuple

from matrixlint.diagnostic import Related
from matrixlint.text.span import Span


class OtherLocation(NamedTuple):
    """A *text* of another matrix: the *path* of that as it is reported, and the text's place."""

    text: str
    path: str
    span: Span

    def related(self, message: str) -> tuple[Related, ...]:
        """Return the place as one that a finding speaks of."""
        return (Related(self.span, message, self.path),)


class CrossFileFacts(NamedTuple):
    """
    What there is to hold against one matrix; nothing by default.

    *names* are what other matrices call its drivers, *titles* what they entitle them, both by
    the driver's name. *anchors* are the names of features that stand on the same page above its
    own and have their anchors, by the name of its own. It *is_named* by a directive, and the run
    *is_whole* where no matrix of the project is left out of it.
    """

    names: Mapping[str, OtherLocation] = {}
    titles: Mapping[str, OtherLocation] = {}
    anchors: Mapping[str, OtherLocation] = {}
    is_named: bool = True
    is_whole: bool = True
