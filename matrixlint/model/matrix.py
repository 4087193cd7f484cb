"""The matrix: a document read as drivers, features and how well the one does the other."""

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
    Where the delimiter of a key stands: behind it, nowhere, or within it.

    A swapped one has changed places with the key's last letter, or with the value's first.
    """

    BEHIND = auto()
    LOST = auto()
    EARLY = auto()
    SWAPPED = auto()


class UnknownField(NamedTuple):
    """
    A key that the dialect does not know: what it is read as, and whether that is needed.

    Where the *delimiter* is lost what is meant is the first word; where it stands too early
    the key goes on in the value.
    """

    entry: Entry
    suggestion: str | None
    is_needed: bool
    delimiter: Delimiter = Delimiter.BEHIND


class UnknownLevel(NamedTuple):
    """
    A cell that is none of the levels.

    *suggestion* is the level it is read as, None where that is not known; *is_continued* says
    that only the lines behind the first, the first of them at *span*, are too many.
    """

    entry: Entry
    driver: Driver
    span: Span
    suggestion: str | None
    is_continued: bool = False


class ResolvedEntry(NamedTuple):
    """An entry, or a note, and what it is read as: a driver's, and that driver's key for it."""

    entry: Entry
    driver: Driver | None = None
    key: str | None = None

    @property
    def edit(self) -> Edit | None:
        """The edit that gives it the key that it is read as, where there is one."""
        # What stands in [DEFAULT] stands in other features, too.
        if self.key is None or self.entry.section.name == DEFAULT:
            return None
        return rename_key(self.entry, self.key)


class UndeclaredName(NamedTuple):
    """
    Entries, or notes, for one name that no driver is declared by.

    *notes* are those of the same name that are told with the entries.
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
        """The driver that the first is read as."""
        return self.places[0].driver

    @property
    def fix(self) -> Fix | None:
        """The fix that renames all places, notes too, where each is read as some driver's."""
        names = dict.fromkeys(place.driver.name for place in self.places if place.driver)
        return Fix.whole(f"rename to {' and '.join(map(repr, names))}", self.edits)

    @property
    def edits(self) -> list[Edit | None]:
        """The edits that rename all places, notes too; None for those that cannot be."""
        return [place.edit for place in (*self.places, *self.notes)]


class OtherDialectItems(NamedTuple):
    """Keys and sections of another dialect than the file's, in the order of the file."""

    dialect: Dialect
    places: tuple[Entry | Section, ...]


class UnrenderedSection(NamedTuple):
    """
    A section that the renderer leaves out, and the name that it was meant to have, if known.

    Where it *declares* a driver it is read as that declaration.
    """

    section: Section
    suggestion: str | None
    declares: bool


class Matrix:
    """
    A document read as a support matrix.

    *dialect* is None where none was recognised. *drivers* and *features* are in file order.
    *drivers_incomplete* says that a fault may have taken a declaration away,
    *possible_choice_members* are the features whose statuses cannot be read and may name any
    choice group. What the reading found odd stands in the lists, each oddity in one of them only; *misspelled_drivers* hold,
    by the driver's index, what entries use instead of a declared name. *schema* is the
    project's own, where it has one, *cross_file* what the other matrices of the project say
    against it, None where nobody has asked them.
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

    def meaning(self, support: Support) -> tuple[str, ...]:
        """Return the level words that mean *support*."""
        return words_for(self.dialect.levels, support) if self.dialect else ()

    def implementations(self, *levels: str) -> Iterator[Implementation]:
        """Yield the implementations of these levels, feature by feature."""
        wanted = frozenset(levels)
        for feature in self.features:
            if not wanted.isdisjoint(feature.levels):
                yield from feature.implementations(*levels)

    def demanding(self, demand: Demand) -> Iterator[Feature]:
        """Yield the features whose status makes this demand."""
        for feature in self.features:
            if feature.status and feature.status.demand is demand:
                yield feature

    @property
    def has_unnamed_features(self) -> bool:
        """Say whether there are features whose names a fault has taken away."""
        if self.document.hidden_sections:
            return True
        return any(feature.name is None for feature in self.features)

    @property
    def has_hidden_options(self) -> bool:
        """Say whether a status that cannot be read may name a choice group."""
        return bool(self.document.hidden_sections or self.possible_choice_members)

    def hidden_levels(self, driver: Driver) -> list[str | None]:
        """Return the driver's levels of the features that may be options of any group."""
        levels = [feature.levels[driver.index] for feature in self.possible_choice_members]
        return [*levels, None] if self.document.hidden_sections else levels
