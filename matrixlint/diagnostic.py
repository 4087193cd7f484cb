"""Diagnostics, with their severities, fixes and related locations."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, Self

from matrixlint.text.span import Edit, Span


class Severity(StrEnum):
    """The severity of a finding; the members are ordered, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def reaches(self, other: "Severity") -> bool:
        """Return whether this severity is as bad as *other*, or worse."""
        order = tuple(Severity)
        return order.index(self) <= order.index(other)


class Fix(NamedTuple):
    """A fix: its title, its edits, and whether it is safe (keeps the meaning)."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False

    @classmethod
    def whole(cls, title: str, edits: Iterable[Edit | None], *, safe: bool = False) -> Self | None:
        """
        Build the fix that consists of *edits*.

        Return None if one of them is None (cannot be made), or if there is no edit.
        """
        all_edits = tuple(edits)
        possible = tuple(edit for edit in all_edits if edit)
        is_complete = bool(possible) and len(possible) == len(all_edits)
        return cls(title, possible, safe) if is_complete else None


class Related(NamedTuple):
    """A related location of a finding; *path* is None if it is in the same file."""

    span: Span
    message: str
    path: str | None = None


class Diagnostic(NamedTuple):
    """
    One finding of one rule in one file.

    Sorting by the first five fields gives the order of a report. *hint* is the suggestion,
    *section*, *key*, *driver* and *value* are the subject of the finding, as written in
    the file.
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
        """The span of the finding."""
        return Span(self.line, self.column, self.end_line, self.end_column)


def find_active(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return those of *diagnostics* that neither a comment nor a baseline suppresses."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.suppressed is None]
