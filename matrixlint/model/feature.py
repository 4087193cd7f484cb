"""Drivers, features and implementations, each with its location in the file."""

from collections.abc import Iterable, Iterator, Mapping

from matrixlint.model.status import Status
from matrixlint.syntax.dialects.dialect import Dialect, Support
from matrixlint.syntax.document import Entry, Section
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Span

# Characters that the renderer replaces in an anchor: KEY_PATTERN in its support_matrix module.
_NOT_IN_ANCHOR = compile_lazily("[^a-zA-Z0-9_\n]")
# The level of an entry whose value cannot be read: it is unknown, as without an entry.
UNREADABLE = ""


class Driver:
    """
    A declared driver.

    *name* is in lower case, as entries are compared; *written* is the declared name. *place* is
    the entry or the section that declares it, *title* the entry of its title, or None.
    *cell_key* and *note_key* are the regular keys of its entries and notes. *index* (0-based) is
    its position in the order of declarations. *is_used* is true if a feature has an entry for it;
    *spelling* is the similar name that entries use instead, or None.
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
        """The span of the declaration: the key, or the section's header."""
        return self.place.key_span if isinstance(self.place, Entry) else self.place.span


class Implementation:
    """A driver's support of a feature, with the resolved level."""

    __slots__ = ("driver", "feature", "level")

    def __init__(
        self,
        feature: "Feature",
        driver: Driver,
        level: str,
    ) -> None:
        self.feature = feature
        self.driver = driver
        self.level = level

    @property
    def entry(self) -> Entry:
        """The entry of the driver in the feature."""
        return self.feature.section.entry(self.feature.cell_key(self.driver))

    @property
    def has_note(self) -> bool:
        """Whether there is a note with text, or with unknown text."""
        section, key = self.feature.section, self.feature.note_key(self.driver)
        return bool(section.values.get(key, "").strip()) or key in section.unknown_values


class Feature:
    """
    A feature: a section with title, statuses, and a level per driver.

    *levels* are in the order of the drivers: the resolved word, UNREADABLE, or None if there is
    no entry. *cell_keys* and *note_keys* are irregular keys of entries and notes, by the index of
    the driver. *statuses* are all its status fields, *status* the one that applies; *misread* are
    the indexes of the drivers whose resolved levels differ from the written ones.
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
        """The section's name; None if the header is missing or broken."""
        return self.section.name

    @property
    def title(self) -> Entry | None:
        """The entry of the title, or None."""
        return self.section.entry("title") if "title" in self.section.values else None

    @property
    def may_be_choice(self) -> bool:
        """Whether the status cannot be read and may name any choice group."""
        return self.status.may_be_choice if self.status else True

    @property
    def missing(self) -> list[Driver]:
        """The drivers that certainly have no entry."""
        if self.section.is_incomplete or None not in self.levels:
            return []
        return [driver for driver in self.drivers if self.levels[driver.index] is None]

    def cell_key(self, driver: Driver) -> str:
        """Return the key of the driver's entry, regular or resolved."""
        return self.cell_keys.get(driver.index, driver.cell_key)

    def note_key(self, driver: Driver) -> str:
        """Return the key of the driver's note, regular or resolved."""
        return self.note_keys.get(driver.index, driver.note_key)

    def entry(self, driver: Driver) -> Entry | None:
        """Return the entry of the driver, or None."""
        key = self.cell_key(driver)
        return self.section.entry(key) if key in self.section.values else None

    def note(self, driver: Driver) -> Entry | None:
        """Return the entry of the driver's note, or None."""
        key = self.note_key(driver)
        return self.section.entry(key) if key in self.section.values else None

    def read_cell(self, driver: Driver, key: str) -> None:
        """Use *key* as the driver's entry, if it has none."""
        if self.levels[driver.index] is None:
            self.levels[driver.index] = self.section.values[key]
            self.cell_keys[driver.index] = key
            driver.is_used = True

    def read_note(self, driver: Driver, key: str) -> None:
        """Use *key* as the driver's note, if it has none."""
        if self.note(driver) is None:
            self.note_keys[driver.index] = key

    def implementations(self, *levels: str) -> list[Implementation]:
        """
        Return the implementations with one of *levels*, in the order of the drivers.

        Misread entries are skipped: another rule reports them.
        """
        return [
            Implementation(self, driver, level)
            for driver, level in zip(self.drivers, self.levels, strict=True)
            if level in levels and driver.index not in self.misread
        ]


def find_anchors(features: Iterable[Feature]) -> Iterator[tuple[Feature, str]]:
    """Yield the named ones of *features*, each with its HTML anchor."""
    named = [feature for feature in features if feature.name is not None]
    names = "\n".join(str(feature.name) for feature in named)
    yield from zip(named, _NOT_IN_ANCHOR.sub("_", names).split("\n"), strict=False)


def words_for(levels: Mapping[str, Support], support: Support) -> tuple[str, ...]:
    """Return the words of *levels* that mean *support*."""
    return tuple(word for word, meaning in levels.items() if meaning is support)
