"""
Converters: each reads one kind of value of a configuration.

``read`` takes the value as TOML gives it, and the place where it is set. It returns the value
with its type, or None after it has added what is wrong to the problems. ``expected`` are the
words for one such value, ``plural`` those for several.
"""

from collections.abc import Mapping
from typing import Any, Protocol

from matrixlint.config.problem import Problems
from matrixlint.config.settings import Place
from matrixlint.text.phrases import join_or


class Reader(Protocol):
    """Reads one kind of value."""

    def read(self, value: Any, place: Place, problems: Problems) -> Any:
        """Return *value*, set at *place*; None after adding its problem to *problems*."""


class Converter(Reader, Protocol):
    """Reader with words for what it reads."""

    expected: str
    plural: str


class TextConverter:
    """Reads text, which *may_be_empty* or not."""

    expected = "a string"
    plural = "strings"

    def __init__(self, *, may_be_empty: bool = False) -> None:
        self._may_be_empty = may_be_empty

    def read(self, value: Any, place: Place, problems: Problems) -> str | None:
        """Return *value* if it is text."""
        if not isinstance(value, str):
            problems.add_wrong_value(place, value, self.expected)
        elif not value and not self._may_be_empty:
            problems.add_wrong_value(place, value, f"{self.expected} that is not empty")
        else:
            return value
        return None


class BoolConverter:
    """Reads true or false."""

    expected = "true or false"
    plural = "booleans"

    def read(self, value: Any, place: Place, problems: Problems) -> bool | None:
        """Return *value* if it is a boolean."""
        if isinstance(value, bool):
            return value
        problems.add_wrong_value(place, value, self.expected)
        return None


class WordConverter:
    """Reads one of *words*."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.expected = self.plural = join_or(words)

    def read(self, value: Any, place: Place, problems: Problems) -> str | None:
        """Return *value* if it is one of the words."""
        if isinstance(value, str) and value in self.words:
            return value
        problems.add_wrong_value(place, value, self.expected, self.words)
        return None


class ListConverter:
    """Reads an array, each element by *item*."""

    def __init__(self, item: Converter) -> None:
        self.item = item
        self.expected = f"an array of {item.plural}"
        self.plural = f"arrays of {item.plural}"

    def read(self, value: Any, place: Place, problems: Problems) -> list[Any] | None:
        """Return the elements of *value* if it is an array."""
        if not isinstance(value, list):
            problems.add_wrong_value(place, value, self.expected)
            return None
        return [self.item.read(each, (*place, index), problems) for index, each in enumerate(value)]


class TableConverter:
    """Reads a table whose keys are free, each value by *inner*."""

    def __init__(self, inner: Converter) -> None:
        self.inner = inner
        self.expected = f"a table of {inner.plural}"
        self.plural = f"tables of {inner.plural}"

    def read(self, value: Any, place: Place, problems: Problems) -> dict[str, Any] | None:
        """Return the values of *value* by key if it is a table."""
        if not isinstance(value, dict):
            problems.add_wrong_value(place, value, self.expected)
            return None
        return {
            name: self.inner.read(each, (*place, name), problems) for name, each in value.items()
        }


class RecordConverter:
    """Reads a table that has only the keys of *readers*, and one of those *required*."""

    expected = "a table"
    plural = "tables"

    def __init__(self, readers: Mapping[str, Reader], required: tuple[str, ...] = ()) -> None:
        self.readers = readers
        self.required = required

    def read(self, value: Any, place: Place, problems: Problems) -> dict[str, Any] | None:
        """Return the values of *value* by key if it is a table."""
        if not isinstance(value, dict):
            problems.add_wrong_value(place, value, self.expected)
            return None
        has_unknown = problems.add_unknown_settings(place, value, self.readers)
        # A key missing from a table may be the one that is misspelt in it.
        if self.required and not has_unknown and value.keys().isdisjoint(self.required):
            problems.add_incomplete(place, self.required)
        return {
            name: self.readers[name].read(each, (*place, name), problems)
            for name, each in value.items()
            if name in self.readers
        }
