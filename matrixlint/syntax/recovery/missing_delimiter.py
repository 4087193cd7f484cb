"""Recovery from lines without a delimiter, with suggestions."""

from typing import NamedTuple, Self

from matrixlint.diagnostic import Fix
from matrixlint.syntax.dialects.dialect import BUILT_IN, Dialect
from matrixlint.syntax.document import DELIMITER
from matrixlint.syntax.edits import RepairHint, as_continuation, insert_delimiter
from matrixlint.syntax.recovery.buffer import RecoveryBuffer
from matrixlint.text.span import Edit


class _Value(NamedTuple):
    """
    The value that ends right above a line.

    *key* is the key as written, *line* its line (1-based); *is_begun* is true if the value begins
    on that line. *delimiter* is the delimiter, with at most one blank on either side.
    """

    key: str
    line: int
    is_begun: bool
    delimiter: str

    @classmethod
    def from_line(cls, text: str, line: int) -> Self | None:
        """Return the value of the key on a line (1-based) with this *text*, or None."""
        key, *values = DELIMITER.split(text, maxsplit=1)
        if not values or not key or key[0] == "[":
            return None
        before = " " if key[-1].isspace() else ""
        sign, (value,) = text[len(key)], values
        is_begun = bool(value.strip())
        has_blank = value[0].isspace() if is_begun else before or sign == ":"
        return cls(key.rstrip(), line, is_begun, f"{before}{sign}{' ' if has_blank else ''}")


class _Keys(NamedTuple):
    """
    The keys of a dialect; *entries* and *notes* are prefixes of all.

    Prose does not have them. In a file of unknown dialect, nothing is a key.
    """

    dialect: Dialect
    entries: tuple[str, ...]
    notes: tuple[str, ...]

    @classmethod
    def from_dialect(cls, dialect: Dialect) -> Self:
        """Return the keys of *dialect*."""
        known = (*BUILT_IN, dialect)
        entries = [
            prefix for each in known for prefix in (*each.entry_prefixes, each.declaring_keys)
        ]
        notes = [prefix for each in known for prefix in each.note_prefixes]
        return cls(dialect, tuple(filter(None, entries)), tuple(notes))

    def is_key(self, text: str) -> bool:
        """Return whether *text*, in lower case, is a key."""
        return self._is_field(text) or text.startswith((*self.entries, *self.notes))

    def get_delimiter(self, value: _Value | None) -> str:
        """Return the delimiter of the value above, if its key is one, else ``=``."""
        return value.delimiter if value and self.is_key(value.key.lower()) else "="

    def _is_field(self, key: str) -> bool:
        return key in self.dialect.fields or key in self.dialect.driver_fields

    def is_key_with_value(self, words: list[str], *, may_be_text: bool) -> bool:
        """
        Return whether *words*, the first and the rest, are key and value.

        If it *may_be_text* that continues the value above, the conditions are stricter.
        """
        if len(words) == 1:
            return False
        key, rest = map(str.lower, words)
        levels, statuses = self.dialect.levels, self.dialect.status_fields.get(key)
        is_word = not may_be_text and " " not in rest
        if statuses:
            return is_word or rest.partition("(")[0].rstrip() in statuses
        if key.startswith(self.entries):
            return is_word or rest in levels
        if key.startswith(self.notes):
            return True
        is_entry = "" in self.dialect.entry_prefixes and rest in levels
        return not may_be_text and (is_entry or self._is_field(key))


class MissingDelimiterRecovery:
    """The lines without a delimiter in a buffer, to be dropped top down."""

    __slots__ = ("_buffer", "_keys", "_values")

    def __init__(self, buffer: RecoveryBuffer) -> None:
        self._buffer = buffer
        self._keys = _Keys.from_dialect(buffer.dialect) if buffer.dialect else None
        # The value above each dropped line, so that nothing is searched twice.
        self._values: dict[int, _Value | None] = {}

    def drop(self, line: int) -> None:
        """Report a line (1-based), and drop it with its continuations."""
        buffer = self._buffer
        text = buffer.source.lines[line - 1].strip()
        buffer.report_unparsable(line, self._suggest_repair(line, text))
        buffer.drop(line)
        buffer.incomplete_sections.add(line)

    def _suggest_repair(self, line: int, text: str) -> RepairHint | None:
        value = self._values[line] = self._find_value_above(line)
        keys = self._keys
        may_be_text = bool(value and keys and keys.dialect.is_text(value.key.lower()))
        words = text.split(maxsplit=1)
        if keys and keys.is_key_with_value(words, may_be_text=may_be_text):
            key, delimiter = words[0], keys.get_delimiter(value)
            self._values[line] = _Value(key, line, True, delimiter)
            return insert_delimiter(key, words, self._buffer.line_span(line), delimiter)
        if value is None:
            return None
        is_below = value.line == line - 1 and not value.is_begun
        if is_below and not (keys and keys.is_key(text.lower())):
            self._buffer.unknown_values.add(value.line)
            return self._suggest_join(line, value)
        return as_continuation(value.key, line) if may_be_text else None

    def _find_value_above(self, line: int) -> _Value | None:
        """Return the value whose last line is right above a line, or None."""
        texts = self._buffer.source.lines
        above = line - 1
        while above and _may_be_continuation(texts[above - 1]):
            above -= 1
        if above in self._values:
            return self._values[above]
        return _Value.from_line(texts[above - 1], above) if above else None

    def _suggest_join(self, line: int, value: _Value) -> RepairHint:
        blank = " " if value.delimiter.endswith(" ") else ""
        edit = Edit(self._buffer.gap(value.line, line), blank)
        fix = Fix("put it behind its key", (edit,))
        return RepairHint(f"is it the value of {value.key!r}?", fix)


def _may_be_continuation(text: str) -> bool:
    """Return whether a line may be part of text above the next line."""
    if text[:1].isspace() or text[:1] in ("#", ";"):
        return True
    match = DELIMITER.search(text)
    return bool(match and text[0] != "[" and text[: match.start()].split()[1:])
