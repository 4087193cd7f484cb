"""The known keys of features: fields, and drivers' entries and notes."""

from collections.abc import Collection, Iterator
from functools import cached_property

from matrixlint.model.feature import Driver
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.text.similarity import NameIndex


class KeyPrefix:
    """A prefix before a driver's name, for entries or notes of a dialect."""

    __slots__ = ("dialect", "is_note", "prefix")

    def __init__(
        self,
        prefix: str,
        dialect: Dialect,
        *,
        is_note: bool,
    ) -> None:
        self.prefix = prefix
        self.is_note = is_note
        self.dialect = dialect


class KnownKeys:
    """
    All known keys of features in one dialect, for the declared *drivers*.

    *own_prefixes* and *other_prefixes* are the prefixes of entries and notes in this dialect and in
    the others; *names* are the drivers by name, *cells* and *notes* the drivers by the regular
    keys of their entries and notes; *keys* are all known keys.
    """

    def __init__(
        self, dialect: Dialect, dialects: tuple[Dialect, ...], drivers: tuple[Driver, ...]
    ) -> None:
        self.dialect = dialect
        self.names = {driver.name: driver for driver in drivers}
        self.own_prefixes = tuple(_find_prefixes(dialect))
        known = {each.prefix for each in self.own_prefixes}
        self.other_prefixes = tuple(
            each for other in dialects for each in _find_prefixes(other) if each.prefix not in known
        )
        self.cells = {
            prefix + driver.name: driver for prefix in dialect.entry_prefixes for driver in drivers
        }
        self.notes = {
            prefix + driver.name: driver for prefix in dialect.note_prefixes for driver in drivers
        }
        self.keys = frozenset((*dialect.fields, *self.cells, *self.notes))

    @cached_property
    def fields(self) -> NameIndex:
        """The fields, as an index for suggestions."""
        return NameIndex(self.dialect.fields)

    def words(self, key: str) -> Collection[str]:
        """Return the words that the value of *key* may be; none if it is text."""
        if key in self.cells:
            return self.dialect.levels
        return self.dialect.status_fields.get(key, ())


def _find_prefixes(dialect: Dialect) -> Iterator[KeyPrefix]:
    for prefix in filter(None, dialect.note_prefixes):
        yield KeyPrefix(prefix, is_note=True, dialect=dialect)
    for prefix in filter(None, dialect.entry_prefixes):
        yield KeyPrefix(prefix, is_note=False, dialect=dialect)
