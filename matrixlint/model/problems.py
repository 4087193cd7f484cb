"""Problems that the model builder finds: what is wrong, and what it is resolved to."""

from enum import Enum, auto
from typing import NamedTuple

from matrixlint.diagnostic import Fix
from matrixlint.model.feature import Driver
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import DEFAULT, Entry, Section
from matrixlint.syntax.edits import rename_key
from matrixlint.text.span import Edit, Span


class Delimiter(Enum):
    """
    The position of a key's delimiter: in place, missing, early, swapped.

    A swapped one is swapped with the last letter of the key, or with the first of the value.
    """

    IN_PLACE = auto()
    MISSING = auto()
    EARLY = auto()
    SWAPPED = auto()


class UnknownField(NamedTuple):
    """
    A key that is unknown in the dialect.

    *suggestion* is the key that it is resolved to, or None; *is_needed* is true if the renderer
    needs that key. If the *delimiter* is missing, the suggestion is the first word; if it is
    early, the rest of the key is in the value.
    """

    entry: Entry
    suggestion: str | None
    is_needed: bool
    delimiter: Delimiter = Delimiter.IN_PLACE


class UnknownLevel(NamedTuple):
    """
    An entry whose value is not a level.

    *suggestion* is the level that it is resolved to, None if unknown. *is_continued* is true if
    only the lines after the first are wrong; then *span* is the span of the first of them.
    """

    entry: Entry
    driver: Driver
    span: Span
    suggestion: str | None
    is_continued: bool = False


class ResolvedEntry(NamedTuple):
    """An entry or a note, and the driver and the key that it is resolved to, or None."""

    entry: Entry
    driver: Driver | None = None
    key: str | None = None

    @property
    def edit(self) -> Edit | None:
        """The edit that renames its key to the resolved one, or None."""
        # An entry in [DEFAULT] appears in other features, too.
        if self.key is None or self.entry.section.name == DEFAULT:
            return None
        return rename_key(self.entry, self.key)


class UndeclaredName(NamedTuple):
    """
    The entries, or the notes, of one undeclared name.

    *notes* are the notes of the same name, which are reported together with the entries.
    """

    name: str
    places: tuple[ResolvedEntry, ...]
    notes: tuple[ResolvedEntry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries, or notes, in the order of the file."""
        return tuple(place.entry for place in self.places)

    @property
    def suggestion(self) -> Driver | None:
        """The driver that the first of them is resolved to, or None."""
        return self.places[0].driver

    @property
    def fix(self) -> Fix | None:
        """The fix that renames all, with the notes; None if one is impossible."""
        names = dict.fromkeys(place.driver.name for place in self.places if place.driver)
        return Fix.whole(f"rename to {' and '.join(map(repr, names))}", self.edits)

    @property
    def edits(self) -> list[Edit | None]:
        """The edits that rename all of them, with the notes; None for an impossible edit."""
        return [place.edit for place in (*self.places, *self.notes)]


class OtherDialectItems(NamedTuple):
    """Keys and sections of a dialect other than the file's, in the order of the file."""

    dialect: Dialect
    places: tuple[Entry | Section, ...]


class UnrenderedSection(NamedTuple):
    """
    A section that the renderer ignores, and the suggestion for its name, or None.

    If it *declares* a driver, it is resolved to that declaration.
    """

    section: Section
    suggestion: str | None
    declares: bool
