"""The semantic model of a support matrix, with its problems."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matrixlint.model.feature import Driver, Feature, Implementation, words_for
from matrixlint.syntax.dialects.dialect import Demand, Support
from matrixlint.syntax.document import Document

if TYPE_CHECKING:
    from matrixlint.model.choice_group import ChoiceGroup, MisspelledGroup
    from matrixlint.model.condition import Condition
    from matrixlint.model.cross_file import CrossFileFacts
    from matrixlint.model.grades import Grades
    from matrixlint.model.problems import (
        OtherDialectItems,
        UndeclaredName,
        UnknownField,
        UnknownLevel,
        UnrenderedSection,
    )
    from matrixlint.schema.project_schema import ProjectSchema


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
        "misspelled_groups",
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
        self.misspelled_groups: list[MisspelledGroup] = []
        self.conditions: list[Condition] = []
        self.other_dialect_items: list[OtherDialectItems] = []
        self.unrendered_sections: list[UnrenderedSection] = []
        self.unknown_fields: list[UnknownField] = []
        self.unknown_levels: list[UnknownLevel] = []
        self.misspelled_drivers: dict[int, UndeclaredName] = {}
        self.undeclared_entries: list[UndeclaredName] = []
        self.undeclared_notes: list[UndeclaredName] = []
        self.grades: Grades | None = None
        self.schema: ProjectSchema | None = None
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
