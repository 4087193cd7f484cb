"""The INI document tree: sections with their entries, each with its spans."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from matrixlint.diagnostic import Fix, Related
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.source import Source
from matrixlint.text.span import Span

DEFAULT = "DEFAULT"
DELIMITER = compile_lazily("[=:]")


class ParseError(NamedTuple):
    """A syntax error: the finding of an MX0 rule, without the rule."""

    code: str
    span: Span
    message: str
    hint: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


class Entry:
    """
    One key with its value.

    *key* is in lower case, as the renderer compares keys. *value* is the parsed value: its lines
    joined by line feeds, without blank and comment lines. *line* is 1-based.
    """

    __slots__ = ("_spans", "key", "line", "section", "value")

    def __init__(self, section: "Section", key: str, line: int) -> None:
        self.section = section
        self.key = key
        self.value = section.values[key]
        self.line = line
        self._spans: tuple[Span, ...] | None = None

    @property
    def written_key(self) -> str:
        """The key as written in the file; *key* if the key is split over two lines."""
        span, lines = self.key_span, self.section.document.source.lines
        written = lines[self.line - 1][span.column - 1 : span.end_column - 1]
        is_split = written.lower() != self.key and self.key.endswith(written.lower())
        return self.key if is_split else written

    @property
    def key_span(self) -> Span:
        """The span of the key; of its second part if it is split over two lines."""
        line = self.section.document.source.lines[self.line - 1]
        key = DELIMITER.split(line.strip(), maxsplit=1)[0].rstrip()
        return Span.within(self.line, line.index(line.strip()) + 1, len(key))

    def key_end(self, length: int) -> Span:
        """Return the span of at most the last *length* characters of the key."""
        span = self.key_span
        return span._replace(column=max(span.column, span.end_column - length))

    @property
    def value_span(self) -> Span:
        """The span of the value's first line; empty after the delimiter if none."""
        return self.value_spans[0]

    @property
    def value_spans(self) -> tuple[Span, ...]:
        """The spans of the lines of the value, in order; at least one."""
        if self._spans is None:
            self._spans = tuple(self._find_spans())
        return self._spans

    @property
    def is_known(self) -> bool:
        """Whether the value is known: without references and illegible characters."""
        return self.key not in self.section.unknown_values

    def part(self, start: int, length: int) -> Span:
        """Return the span of *length* characters from *start* (0-based) on."""
        span = self.value_span
        return Span.within(span.line, span.column + start, length)

    def _find_spans(self) -> Iterator[Span]:
        document = self.section.document
        raw = self.section.raw.get(self.key, self.value)
        number = self.line
        first = DELIMITER.split(document.lines[number - 1], maxsplit=1)[1].strip()
        if first or not raw:
            yield self._find_line_end(number, first)
        for part in raw.split("\n")[bool(first) :] if raw else ():
            number += 1
            while is_blank_or_comment(document.lines[number - 1]):
                number += 1
            yield self._find_line_end(number, part)

    def _find_line_end(self, number: int, part: str) -> Span:
        # Part and line end at the same character, so that no search is needed.
        end = len(self.section.document.source.lines[number - 1].rstrip())
        return Span.within(number, end - len(part) + 1, len(part))


class Section:
    """
    A section: its name, or None if a syntax error hides it, and its values by key.

    *line* (1-based) is the line of the header. *is_incomplete* is true if keys may be missing
    because of a syntax error. *unknown_values* are the keys with unknown values, *raw* the values
    as written if they differ. *ini_name* and *ini_keys* are the names of the section and its
    keys in iniconfig, *origins* the sections that keys are inherited from.
    """

    __slots__ = (
        "_entries",
        "document",
        "ini_keys",
        "ini_name",
        "is_incomplete",
        "line",
        "name",
        "origins",
        "raw",
        "unknown_values",
        "values",
    )

    def __init__(self, document: "Document", name: str | None, ini_name: str, line: int) -> None:
        self.document = document
        self.name = name
        self.ini_name = ini_name
        self.line = line
        self.is_incomplete = False
        self.values: dict[str, str] = {}
        self.raw: dict[str, str] = {}
        self.unknown_values: set[str] = set()
        self.ini_keys: dict[str, str] = {}
        self.origins: dict[str, Section] = {}
        self._entries: dict[str, Entry] = {}

    @property
    def span(self) -> Span:
        """The span of the header with its brackets, or of the line that replaces it."""
        text = self.document.source.lines[self.line - 1].strip()
        end = text.find("]") + 1 or len(text)
        indent = self.document.source.lines[self.line - 1].index(text)
        return Span.within(self.line, indent + 1, end if text[0] == "[" else len(text))

    def entry(self, key: str) -> Entry:
        """Return the entry of *key* (in lower case); raise KeyError if there is none."""
        if key in self._entries:
            return self._entries[key]
        if key in self.origins:
            self._entries[key] = self.origins[key].entry(key)
        else:
            line = self.document.lineof(self.ini_name, self.ini_keys.get(key, key))
            if line is None:
                raise KeyError(key)
            self._entries[key] = Entry(self, key, line)
        return self._entries[key]

    def is_known(self, key: str) -> bool:
        """Return whether the value of the present *key* is known."""
        return not self.unknown_values or self.entry(key).is_known

    def alias(self, key: str, suggestion: str) -> None:
        """Add the missing key *suggestion* as an alias of the present *key*."""
        self._entries[suggestion] = self.entry(key)
        self.values[suggestion] = self.values[key]

    def release(self) -> None:
        """Drop the entries, which refer to the section, to free memory."""
        self._entries.clear()

    def entries(self) -> Iterator[Entry]:
        """Yield the entries in file order, without aliases and defaults."""
        for key in self.values:
            entry = self.entry(key)
            if entry.section.name == self.name and entry.key == key:
                yield entry

    def own_entries(self) -> list[Entry]:
        """Return the entries that are written in this section, in the order of the file."""
        # The others are written in a second section of the same name.
        own = [entry for entry in self.entries() if entry.section is self]
        return sorted(own, key=lambda entry: entry.line)

    def merge_missing_from(self, other: "Section") -> None:
        """Add the values of *other* for the keys that are missing in this section."""
        for key, value in other.values.items():
            if key not in self.values:
                self.values[key] = value
                self.origins[key] = other.origins.get(key, other)
                if key in other.unknown_values:
                    self.unknown_values.add(key)


class Document:
    """
    A parsed file.

    *repaired* are the lines after recovery, as the parser got them, None if no line was changed.
    *errors* are the syntax errors; *sections* are in file order, each name once;
    *hidden_sections* are names in parts that no rule checks (the other side of a conflict).
    *values_below* are the lines (1-based) of keys whose values begin on a line below. *dialect* is
    None if none was recognised. *is_read* is false if parsing had to stop. *lineof* returns the
    1-based line of a section and key. The renderer adds the keys of *default* to every section.
    """

    __slots__ = (
        *("default", "dialect", "dialects", "errors", "values_below", "is_read"),
        *("lineof", "hidden_sections", "repaired", "sections", "source"),
    )

    def __init__(
        self, source: Source, dialect: Dialect | None, dialects: tuple[Dialect, ...]
    ) -> None:
        self.source = source
        self.dialect = dialect
        self.dialects = dialects
        self.is_read = False
        self.repaired: list[str] | None = None
        self.errors: list[ParseError] = []
        self.sections: list[Section] = []
        self.default: Section | None = None
        self.hidden_sections: set[str] = set()
        self.values_below: set[int] = set()
        self.lineof: Callable[[str, str], int | None] = lambda _section, _key: None

    @property
    def lines(self) -> list[str]:
        """The lines as the parser got them, one for each line of the source."""
        return self.source.lines if self.repaired is None else self.repaired

    def release(self) -> None:
        """Drop the sections, to free the memory of an unused document at once."""
        self.default = None
        while self.sections:
            self.sections.pop().release()

    def is_unmodified(self, line: int) -> bool:
        """Return whether a line (1-based) was parsed as written, without recovery."""
        return self.repaired is None or self.repaired[line - 1] == self.source.lines[line - 1]


def is_blank_or_comment(line: str) -> bool:
    """Return whether a line is blank or a comment, also between the lines of a value."""
    return line.lstrip()[:1] in "#;"
