"""Drivers, features and what the one does of the other, each with its place in the file."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from matrixlint.model.status import Status
from matrixlint.syntax.dialects.dialect import Dialect, Support
from matrixlint.syntax.document import Entry, Section
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Span

# What the renderer makes of a section's name: KEY_PATTERN in its support_matrix module.
_ODD = compile_lazily("[^a-zA-Z0-9_\n]")
# A cell that is written but cannot be read: as little known as an absent one.
UNREADABLE = ""


class Driver:
    """
    A declared driver.

    *name* is in lower case, as cells are compared; *written* as it is declared. *place* is
    the key or the section that declares it, *title* the entry of its title, None where it
    has none. *cell_key* and *note_key* are the keys that its entries and notes have by
    rights. *index* is its place in the order of declarations. *is_used* says that some
    feature has an entry for it; *spelling* is the near name that entries use instead.
    """

    __slots__ = (
        "cell_key",
        "dialect",
        "index",
        "is_used",
        "name",
        "note_key",
        "place",
        "spelling",
        "title",
        "written",
    )

    def __init__(
        self, written: str, place: Entry | Section, title: Entry | None, dialect: Dialect
    ) -> None:
        self.written = written
        self.name = written.lower()
        self.place = place
        self.title = title
        self.dialect = dialect
        self.cell_key = self.name
        self.note_key = self.name
        self.index = 0
        self.is_used = False
        self.spelling: str | None = None

    @property
    def span(self) -> Span:
        """The place of the declaration: the key, or the section's header."""
        return self.place.key_span if isinstance(self.place, Entry) else self.place.span


class Implementation(NamedTuple):
    """What a driver does of a feature, at the level as it is read."""

    feature: "Feature"
    driver: Driver
    level: str

    @property
    def entry(self) -> Entry:
        """The entry of the cell."""
        return self.feature.section.entry(self.feature.cell_key(self.driver))

    @property
    def has_note(self) -> bool:
        """Say whether there is a note with text, or one whose text is not known."""
        section, key = self.feature.section, self.feature.note_key(self.driver)
        return bool(section.values.get(key, "").strip()) or key in section.unknown_values


class Feature:
    """
    A feature: a section with its title, its statuses, and a level for every driver.

    *levels* stand in the order of the drivers: the word as read, UNREAD, or None where
    there is no entry. *cell_keys* and *note_keys* hold, by the driver's index, the keys
    that are read as its entry and note though they are not its own. *statuses* are all
    status fields that it has, *status* the one that counts; *misread* are the indexes of the
    drivers whose levels are read as something else than is written.
    """

    __slots__ = (
        "cell_keys",
        "drivers",
        "levels",
        "misread",
        "note_keys",
        "section",
        "status",
        "statuses",
    )

    def __init__(self, section: Section, drivers: tuple[Driver, ...]) -> None:
        self.section = section
        self.drivers = drivers
        self.levels: list[str | None] = []
        self.cell_keys: dict[int, str] = {}
        self.note_keys: dict[int, str] = {}
        self.misread: set[int] = set()
        self.statuses: tuple[Status, ...] = ()
        self.status: Status | None = None

    @property
    def name(self) -> str | None:
        """The section's name; None where the header is lost."""
        return self.section.name

    @property
    def title(self) -> Entry | None:
        """The entry of the title, where there is one."""
        return self.section.entry("title") if "title" in self.section.values else None

    @property
    def may_be_choice(self) -> bool:
        """Say whether the status cannot be read and may name any choice group."""
        return self.status.may_be_choice if self.status else True

    @property
    def missing(self) -> list[Driver]:
        """The drivers without an entry, as far as that is certain."""
        if self.section.is_incomplete or None not in self.levels:
            return []
        return [driver for driver in self.drivers if self.levels[driver.index] is None]

    def cell_key(self, driver: Driver) -> str:
        """Return the key that is read as the driver's entry."""
        return self.cell_keys.get(driver.index, driver.cell_key)

    def note_key(self, driver: Driver) -> str:
        """Return the key that is read as the driver's note."""
        return self.note_keys.get(driver.index, driver.note_key)

    def entry(self, driver: Driver) -> Entry | None:
        """Return the entry of the driver's cell, where it has one."""
        key = self.cell_key(driver)
        return self.section.entry(key) if key in self.section.values else None

    def note(self, driver: Driver) -> Entry | None:
        """Return the entry of the driver's note, where it has one."""
        key = self.note_key(driver)
        return self.section.entry(key) if key in self.section.values else None

    def read_cell(self, driver: Driver, key: str) -> None:
        """Read *key* as the driver's entry, where it has none."""
        if self.levels[driver.index] is None:
            self.levels[driver.index] = self.section.values[key]
            self.cell_keys[driver.index] = key
            driver.is_used = True

    def read_note(self, driver: Driver, key: str) -> None:
        """Read *key* as the driver's note, where it has none."""
        if self.note(driver) is None:
            self.note_keys[driver.index] = key

    def implementations(self, *levels: str) -> list[Implementation]:
        """
        Return the implementations of these levels in the order of the drivers.

        Cells that are misread are left out: what is wrong with them is told already.
        """
        return [
            Implementation(self, driver, level)
            for driver, level in zip(self.drivers, self.levels, strict=True)
            if level in levels and driver.index not in self.misread
        ]


def find_anchors(features: Iterable[Feature]) -> Iterator[tuple[Feature, str]]:
    """Yield those of *features* that have a name, each with the anchor that the page gives it."""
    named = [feature for feature in features if feature.name is not None]
    made = _ODD.sub("_", "\n".join(str(feature.name) for feature in named)).split("\n")
    yield from zip(named, made, strict=False)


def words_for(levels: Mapping[str, Support], support: Support) -> tuple[str, ...]:
    """Return the level words that mean *support*."""
    return tuple(word for word, meaning in levels.items() if meaning is support)
