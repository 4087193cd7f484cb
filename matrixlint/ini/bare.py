"""Lines without a delimiter that are no header: told, dropped, and what they were meant as."""

import re
from typing import NamedTuple, Self

from matrixlint.diagnostic import Edit, Fix, Span
from matrixlint.dialect import Dialect
from matrixlint.document import Fault
from matrixlint.expression import expression
from matrixlint.ini.draft import Draft

_KEY = expression(r"([^\s=:\[#;][^=:]*+)([=:])(\s*+)(\S?)")
_WORDS = expression(r"(\S++)(\s++)(\S.*)")
_INDENT = "  "


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
        match = _KEY.match(text)
        if match is None:
            return None
        key = match[1].rstrip()
        before = " " if key != match[1] else ""
        is_set_apart = match[3] if match[4] else before or match[2] == ":"
        delimiter = f"{before}{match[2]}{' ' if is_set_apart else ''}"
        return cls(key, line, bool(match[4]), delimiter)

    def is_text(self, dialect: Dialect) -> bool:
        """Say whether it is one that may have several lines."""
        key = self.key.lower()
        fields = dialect.fields - dialect.status_fields.keys() - {"title"}
        return key in fields or key.startswith(dialect.note_prefixes)


class _Meaning(NamedTuple):
    """What a line was probably meant as."""

    hint: str
    fix: Fix


class BareLines:
    """The bare lines of a draft, which are dropped from top to bottom."""

    __slots__ = ("_draft", "_values")

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        # What each dropped line would belong to: nothing is looked for twice.
        self._values: dict[int, _Value | None] = {}

    def drop(self, line: int) -> None:
        """Tell a line (1-based) and take it, and its continuations, out of the reading."""
        draft = self._draft
        text = draft.source.lines[line - 1].strip()
        meaning = self._meaning(line, text)
        message = f"{text!r} is no section header, key, comment or continuation"
        hint, fix = meaning or (None, None)
        draft.faults.append(Fault("MX001", draft.line_span(line), message, hint, (), fix))
        draft.drop(line)
        draft.cut.add(line)

    def _meaning(self, line: int, text: str) -> _Meaning | None:
        value = self._values[line] = self._value_above(line)
        dialect = self._draft.dialect
        words = _WORDS.fullmatch(text)
        if words and dialect and _has_lost_delimiter(words, value, dialect):
            delimiter = value.delimiter if value else "="
            self._values[line] = _Value(words[1], line, True, delimiter)
            return self._with_delimiter(line, words, delimiter)
        if value is None:
            return None
        is_below = value.line == line - 1 and not value.is_begun
        if is_below and not (dialect and _is_key(text.lower(), dialect)):
            self._draft.unsure.add(value.line)
            return self._joined(line, value)
        return self._indented(line, value) if dialect and value.is_text(dialect) else None

    def _value_above(self, line: int) -> _Value | None:
        """Return the value whose last line is right above, if one is there."""
        texts = self._draft.source.lines
        above = line - 1
        while above and above not in self._values and texts[above - 1][:1].isspace():
            above -= 1
        if above in self._values:
            return self._values[above]
        return _Value.of(texts[above - 1], above) if above else None

    def _with_delimiter(self, line: int, words: re.Match[str], delimiter: str) -> _Meaning:
        start = self._draft.line_span(line).column + words.start(2)
        edit = Edit(Span.within(line, start, len(words[2])), delimiter)
        sign = delimiter.strip()
        fix = Fix(f"put {sign!r} behind the key", (edit,))
        return _Meaning(f"is {sign!r} missing behind {words[1]!r}?", fix)

    def _joined(self, line: int, value: _Value) -> _Meaning:
        end = self._draft.line_span(value.line).end_column
        start = self._draft.line_span(line).column
        blank = " " if value.delimiter.endswith(" ") else ""
        fix = Fix("put it behind its key", (Edit(Span(value.line, end, line, start), blank),))
        return _Meaning(f"is it the value of {value.key!r}?", fix)

    def _indented(self, line: int, value: _Value) -> _Meaning:
        edit = Edit(Span.within(line, 1, 0), _INDENT)
        return _Meaning(f"is it more of {value.key!r}? indent it", Fix("indent the line", (edit,)))


def _has_lost_delimiter(words: re.Match[str], value: _Value | None, dialect: Dialect) -> bool:
    """Say whether a line is a key and its value; words of a text that goes on may look so."""
    key, rest = words[1].lower(), words[3].lower()
    if key.startswith(dialect.note_prefixes):
        return True
    if key in dialect.status_fields:
        return rest.partition("(")[0].rstrip() in dialect.status_fields[key]
    goes_on = value is not None and value.is_text(dialect)
    if key in dialect.fields or key in dialect.driver_fields:
        return not goes_on
    return _is_key(key, dialect) and (rest in dialect.levels if goes_on else " " not in rest)


def _is_key(text: str, dialect: Dialect) -> bool:
    prefixes = (*dialect.entry_prefixes, *dialect.note_prefixes, dialect.declaring_keys)
    is_field = text in dialect.fields or text in dialect.driver_fields
    return is_field or text.startswith(tuple(filter(None, prefixes)))
