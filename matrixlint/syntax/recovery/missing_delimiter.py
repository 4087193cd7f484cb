"""Lines without a delimiter that are no header: told, dropped, and what they were meant as."""

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

    *key* is written as it is there, in the line *line*; *is_begun* says that the value is, too.
    *delimiter* is what stands between them, with a blank on either side at most.
    """

    key: str
    line: int
    is_begun: bool
    delimiter: str

    @classmethod
    def of(cls, text: str, line: int) -> Self | None:
        """Return the value that begins in a line, with *text* there, if one does."""
        key, *values = DELIMITER.split(text, maxsplit=1)
        if not values or not key or key[0] == "[":
            return None
        before = " " if key[-1].isspace() else ""
        sign, (value,) = text[len(key)], values
        is_begun = bool(value.strip())
        is_set_apart = value[0].isspace() if is_begun else before or sign == ":"
        return cls(key.rstrip(), line, is_begun, f"{before}{sign}{' ' if is_set_apart else ''}")


class _Keys(NamedTuple):
    """
    What keys look like: *entries* and *notes* are prefixes, those of other dialects too.

    No prose has them; but for a file whose dialect is not known nothing is a key.
    """

    dialect: Dialect
    entries: tuple[str, ...]
    notes: tuple[str, ...]

    @classmethod
    def of(cls, dialect: Dialect) -> Self:
        """Return the keys of a dialect."""
        known = (*BUILT_IN, dialect)
        entries = [
            prefix for each in known for prefix in (*each.entry_prefixes, each.declaring_keys)
        ]
        notes = [prefix for each in known for prefix in each.note_prefixes]
        return cls(dialect, tuple(filter(None, entries)), tuple(notes))

    def are(self, text: str) -> bool:
        """Say whether *text*, in lower case, is a key."""
        return self._is_field(text) or text.startswith((*self.entries, *self.notes))

    def delimiter_below(self, value: _Value | None) -> str:
        """Return the delimiter of the value above, where its key is one, else ``=``."""
        return value.delimiter if value and self.are(value.key.lower()) else "="

    def _is_field(self, key: str) -> bool:
        return key in self.dialect.fields or key in self.dialect.driver_fields

    def begin(self, words: list[str], *, goes_on: bool) -> bool:
        """
        Say whether a line, split into its first word and the rest, is a key and its value.

        Where a text *goes_on* its words may look so.
        """
        if len(words) == 1:
            return False
        key, rest = map(str.lower, words)
        levels, statuses = self.dialect.levels, self.dialect.status_fields.get(key)
        is_word = not goes_on and " " not in rest
        if statuses:
            return is_word or rest.partition("(")[0].rstrip() in statuses
        if key.startswith(self.entries):
            return is_word or rest in levels
        if key.startswith(self.notes):
            return True
        is_bare = "" in self.dialect.entry_prefixes and rest in levels
        return not goes_on and (is_bare or self._is_field(key))


class UndelimitedLines:
    """The bare lines of a draft, which are dropped from top to bottom."""

    __slots__ = ("_buffer", "_keys", "_values")

    def __init__(self, buffer: RecoveryBuffer) -> None:
        self._buffer = buffer
        self._keys = _Keys.of(buffer.dialect) if buffer.dialect else None
        # What each dropped line would belong to: nothing is looked for twice.
        self._values: dict[int, _Value | None] = {}

    def drop(self, line: int) -> None:
        """Tell a line (1-based) and take it, and its continuations, out of the reading."""
        buffer = self._buffer
        text = buffer.source.lines[line - 1].strip()
        buffer.report_unparsable(line, self._meaning(line, text))
        buffer.drop(line)
        buffer.incomplete_sections.add(line)

    def _meaning(self, line: int, text: str) -> RepairHint | None:
        value = self._values[line] = self._value_above(line)
        keys = self._keys
        goes_on = bool(value and keys and keys.dialect.is_text(value.key.lower()))
        words = text.split(maxsplit=1)
        if keys and keys.begin(words, goes_on=goes_on):
            key, delimiter = words[0], keys.delimiter_below(value)
            self._values[line] = _Value(key, line, True, delimiter)
            return insert_delimiter(key, words, self._buffer.line_span(line), delimiter)
        if value is None:
            return None
        is_below = value.line == line - 1 and not value.is_begun
        if is_below and not (keys and keys.are(text.lower())):
            self._buffer.unknown_values.add(value.line)
            return self._joined(line, value)
        return as_continuation(value.key, line) if goes_on else None

    def _value_above(self, line: int) -> _Value | None:
        """Return the value whose last line is right above, if one is there."""
        texts = self._buffer.source.lines
        above = line - 1
        while above and _may_go_on(texts[above - 1]):
            above -= 1
        if above in self._values:
            return self._values[above]
        return _Value.of(texts[above - 1], above) if above else None

    def _joined(self, line: int, value: _Value) -> RepairHint:
        blank = " " if value.delimiter.endswith(" ") else ""
        edit = Edit(self._buffer.gap(value.line, line), blank)
        fix = Fix("put it behind its key", (edit,))
        return RepairHint(f"is it the value of {value.key!r}?", fix)


def _may_go_on(text: str) -> bool:
    """Say whether a line may be within a text: indented, a comment, or a key of several words."""
    if text[:1].isspace() or text[:1] in ("#", ";"):
        return True
    match = DELIMITER.search(text)
    return bool(match and text[0] != "[" and text[: match.start()].split()[1:])
