"""Lines of the values of a matrix, as far as no other rule reports them."""

from collections.abc import Callable, Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.syntax.document import Entry
from matrixlint.text.invisible import PATTERN
from matrixlint.text.span import Span


class ValueLine:
    """Line of a value: its entry, its span, its text as written."""

    __slots__ = ("entry", "span", "text")

    def __init__(
        self,
        entry: Entry,
        span: Span,
        text: str,
    ) -> None:
        self.entry = entry
        self.span = span
        self.text = text

    def part(self, start: int, length: int) -> Span:
        """Return the span of *length* code points from *start* (0-based)."""
        return Span.within(self.span.line, self.span.column + start, length)


def get_parsed_text(matrix: Matrix) -> str:
    """Return the text of the file as passed to the parser, after recovery."""
    document = matrix.document
    return document.source.text if document.repaired is None else "\n".join(document.repaired)


def find_entries(matrix: Matrix, has: Callable[[str], object]) -> Iterator[Entry]:
    """
    Yield the entries whose values are known and match the predicate *has*.

    *has* is called for whole sections first: their values, each after a line feed.
    """
    for section in matrix.document.sections:
        if not has("\n" + "\n".join(section.values.values())):
            continue
        for key, value in section.values.items():
            if has("\n" + value):
                entry = section.entry(key)
                # The value may be of a misspelt key, or of [DEFAULT].
                is_own = entry.key == key and entry.section.name == section.name
                if is_own and entry.is_known:
                    yield entry


def find_value_lines(entry: Entry) -> Iterator[ValueLine]:
    """Yield the lines of the value of *entry* without invisible characters."""
    lines = entry.section.document.source.lines
    for span in entry.value_spans:
        text = lines[span.line - 1][span.column - 1 : span.end_column - 1]
        if (text.isascii() and "\t" not in text) or not PATTERN.search(text):
            yield ValueLine(entry, span, text)
