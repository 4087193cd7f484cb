"""The texts of a matrix, line by line, as far as no other rule has told what is wrong there."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from matrixlint.model.matrix import Matrix
from matrixlint.syntax.document import Entry
from matrixlint.text.invisible import PATTERN
from matrixlint.text.span import Span


class ValueLine(NamedTuple):
    """A line of a value: its entry, its place, its text as it is written."""

    entry: Entry
    span: Span
    text: str

    def part(self, start: int, length: int) -> Span:
        """Return the span of *length* characters from *start* (0-based) on."""
        return Span.within(self.span.line, self.span.column + start, length)


def find_parsed_entries(matrix: Matrix) -> str:
    """Return the text of the file as the parser was given it."""
    document = matrix.document
    return document.source.text if document.repaired is None else "\n".join(document.repaired)


def find_entries(matrix: Matrix, has: Callable[[str], object]) -> Iterator[Entry]:
    """
    Yield the entries whose values *has* says yes to, and whose values are known.

    *has* is asked of whole sections first: the values, a line feed before each.
    """
    for section in matrix.document.sections:
        if not has("\n" + "\n".join(section.values.values())):
            continue
        for key, value in section.values.items():
            if has("\n" + value):
                entry = section.entry(key)
                # Another key may be read as this one, and a default stands elsewhere.
                is_own = entry.key == key and entry.section.name == section.name
                if is_own and entry.is_known:
                    yield entry


def find_value_lines(entry: Entry) -> Iterator[ValueLine]:
    """Yield the lines of the entry's value that hold no invisible character."""
    lines = entry.section.document.source.lines
    for span in entry.value_spans:
        text = lines[span.line - 1][span.column - 1 : span.end_column - 1]
        if (text.isascii() and "\t" not in text) or not PATTERN.search(text):
            yield ValueLine(entry, span, text)
