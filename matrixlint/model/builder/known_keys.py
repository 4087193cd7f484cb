"""The keys that a feature may have: fields, and every declared driver's entry and note."""

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import NamedTuple

from matrixlint.model.feature import Driver
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.text.similarity import NameIndex


class KeyPrefix(NamedTuple):
    """What a prefix in front of a driver's name makes of a key."""

    prefix: str
    is_note: bool
    dialect: Dialect


class KnownKeys:
    """
    All keys of features of one dialect, for the declared *drivers*.

    *own* and *other_dialect_items* are the prefixes that make entries and notes in this
    dialect and in the others; *names* the drivers by name, *cells* and *notes* by every key that is
    theirs by rights; *keys* are all keys that need no second look.
    """

    def __init__(
        self, dialect: Dialect, dialects: tuple[Dialect, ...], drivers: tuple[Driver, ...]
    ) -> None:
        self.dialect = dialect
        self.names = {driver.name: driver for driver in drivers}
        self.own = tuple(_prefixed(dialect))
        known = {each.prefix for each in self.own}
        self.other_dialect_items = tuple(
            each for other in dialects for each in _prefixed(other) if each.prefix not in known
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
        """The fields, for keys that are near to one."""
        return NameIndex(self.dialect.fields)

    def words(self, key: str) -> Collection[str]:
        """Return the words that the value of *key* may be, none where it is a text."""
        if key in self.cells:
            return self.dialect.levels
        return self.dialect.status_fields.get(key, ())


def _prefixed(dialect: Dialect) -> Iterator[KeyPrefix]:
    for prefix in filter(None, dialect.note_prefixes):
        yield KeyPrefix(prefix, is_note=True, dialect=dialect)
    for prefix in filter(None, dialect.entry_prefixes):
        yield KeyPrefix(prefix, is_note=False, dialect=dialect)
