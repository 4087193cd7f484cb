"""What is reported: severities, places, mends, and the row that a report is made of."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, Self

from matrixlint.text.span import Edit, Span


class Severity(StrEnum):
    """How bad a finding is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def reaches(self, other: "Severity") -> bool:
        """Say whether this severity is as bad as *other*, or worse."""
        order = tuple(Severity)
        return order.index(self) <= order.index(other)


class Fix(NamedTuple):
    """A mend: what it does in a few words, its edits, and whether it keeps the meaning."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False

    @classmethod
    def whole(cls, title: str, edits: Iterable[Edit | None], *, safe: bool = False) -> Self | None:
        """Return the fix of these edits; None where one of them cannot be made, or none is."""
        made = tuple(edits)
        sound = tuple(edit for edit in made if edit)
        return cls(title, sound, safe) if sound and len(sound) == len(made) else None


class Related(NamedTuple):
    """Another place that the finding speaks of; *path* is that of another file, else None."""

    span: Span
    message: str
    path: str | None = None


class Diagnostic(NamedTuple):
    """
    One finding of one rule in one file.

    The fields stand in the order of the report: sorting by the first five gives it.
    *hint* says what was probably meant; *section*, *key*, *driver* and *value* name what
    the finding is about, in the words of the file.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    end_line: int
    end_column: int
    name: str
    severity: Severity
    hint: str | None = None
    section: str | None = None
    key: str | None = None
    driver: str | None = None
    value: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    suppressed: str | None = None

    @property
    def span(self) -> Span:
        """The place of the finding."""
        return Span(self.line, self.column, self.end_line, self.end_column)
