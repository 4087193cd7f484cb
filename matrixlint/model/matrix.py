"""The semantic model of a support matrix, with its problems."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from matrixlint.diagnostic import Fix
from matrixlint.model.choice_group import ChoiceGroup, MisspelledGroup
from matrixlint.model.condition import Condition
from matrixlint.model.feature import Driver, Feature, Implementation, words_for
from matrixlint.syntax.dialects.dialect import Demand, Dialect, Support
from matrixlint.syntax.document import DEFAULT, Document, Entry, Section
from matrixlint.syntax.edits import rename_key
from matrixlint.text.span import Edit, Span

if TYPE_CHECKING:
    from matrixlint.model.cross_file import CrossFileFacts
    from matrixlint.model.grades import Grades
    from matrixlint.schema.project_schema import OwnSchema


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


class Matrix:
    """
    The semantic model of a document as a support matrix.

    *dialect* is None if none was recognised. *drivers* and *features* are in file order.
    *drivers_incomplete* is true if a declaration may be missing because of a syntax error.
    *possible_choice_members* are the features whose statuses cannot be read and may name any
    choice group. The lists of problems are disjoint: each problem is in one of them.
    *misspelled_drivers* are names that entries use instead of a declared one, by the index of the
    driver. *schema* is the project's own schema, or None, *cross_file* are the facts from other
    files of the project, None if these were not collected.
    """

    __slots__ = (
        "conditions",
        "cross_file",
        "dialect",
        "document",
        "drivers",
        "drivers_incomplete",
        "features",
        "grades",
        "groups",
        "misspelled_drivers",
        "misspelt_groups",
        "other_dialect_items",
        "possible_choice_members",
        "schema",
        "undeclared_entries",
        "undeclared_notes",
        "unknown_fields",
        "unknown_levels",
        "unrendered_sections",
    )

    def __init__(self, document: Document) -> None:
        self.document = document
        self.dialect = document.dialect
        self.drivers: tuple[Driver, ...] = ()
        self.features: list[Feature] = []
        self.drivers_incomplete = False
        self.groups: list[ChoiceGroup] = []
        self.possible_choice_members: list[Feature] = []
        self.misspelt_groups: list[MisspelledGroup] = []
        self.conditions: list[Condition] = []
        self.other_dialect_items: list[OtherDialectItems] = []
        self.unrendered_sections: list[UnrenderedSection] = []
        self.unknown_fields: list[UnknownField] = []
        self.unknown_levels: list[UnknownLevel] = []
        self.misspelled_drivers: dict[int, UndeclaredName] = {}
        self.undeclared_entries: list[UndeclaredName] = []
        self.undeclared_notes: list[UndeclaredName] = []
        self.grades: Grades | None = None
        self.schema: OwnSchema | None = None
        self.cross_file: CrossFileFacts | None = None

    @property
    def levels(self) -> tuple[str, ...]:
        """The level words of the dialect."""
        return tuple(self.dialect.levels) if self.dialect else ()

    def find_levels(self, support: Support) -> tuple[str, ...]:
        """Return the level words that mean *support*."""
        return words_for(self.dialect.levels, support) if self.dialect else ()

    def implementations(self, *levels: str) -> Iterator[Implementation]:
        """Yield the implementations with one of *levels*, feature by feature."""
        words = frozenset(levels)
        for feature in self.features:
            if not words.isdisjoint(feature.levels):
                yield from feature.implementations(*levels)

    def find_features(self, demand: Demand) -> Iterator[Feature]:
        """Yield the features whose status makes *demand*."""
        for feature in self.features:
            if feature.status and feature.status.demand is demand:
                yield feature

    @property
    def has_unnamed_features(self) -> bool:
        """Whether there are features whose names are unknown because of a syntax error."""
        if self.document.hidden_sections:
            return True
        return any(feature.name is None for feature in self.features)

    @property
    def has_hidden_options(self) -> bool:
        """Whether a status that cannot be read may name a choice group."""
        return bool(self.document.hidden_sections or self.possible_choice_members)

    def hidden_levels(self, driver: Driver) -> list[str | None]:
        """Return the driver's levels for the features that may be options of any group."""
        levels = [feature.levels[driver.index] for feature in self.possible_choice_members]
        return [*levels, None] if self.document.hidden_sections else levels
