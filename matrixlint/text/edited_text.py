"""Texts with edits applied, and the origins of unchanged lines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, Self

from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.source import BOM
from matrixlint.text.span import Edit, Span

_LINE = compile_lazily(r"[^\r\n]*+(?:\r\n|\r|\n)|[^\r\n]++")
_START = Span(1, 1, 1, 1)


class EditedText(NamedTuple):
    """
    The text of a file, edited or not.

    *lines* include their line ends; the last one, which may be empty, has none. *origins* are
    the numbers (1-based) of the lines in the original text, 0 for a changed line. *bom* is
    the byte-order mark, several of them in a row, or empty.
    """

    lines: Sequence[str]
    origins: Sequence[int]
    bom: str = ""

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Build the unedited text of *data*; bytes that are not UTF-8 are kept."""
        text = data.decode("utf-8", "surrogateescape")
        content = text.lstrip(BOM)
        lines = split_lines(content)
        return cls(lines, range(1, len(lines) + 1), text[: len(text) - len(content)])

    @property
    def data(self) -> bytes:
        """The text as bytes, with its byte-order mark."""
        return (self.bom + "".join(self.lines)).encode("utf-8", "surrogateescape")

    @property
    def line_end(self) -> str:
        """The most frequent line end; a line feed if there is none."""
        ends = Counter(line[len(line.rstrip("\r\n")) :] for line in self.lines[:-1])
        return max(ends, key=ends.__getitem__, default="\n")

    @property
    def as_original(self) -> "EditedText":
        """The same text as an original: every line is its own origin."""
        return self._replace(origins=range(1, len(self.lines) + 1))

    def rebase(self, older: "EditedText") -> "EditedText":
        """Return this text, an edit of *older*, with the origins that *older* has."""
        origins = [older.origins[origin - 1] if origin else 0 for origin in self.origins]
        return self._replace(origins=origins)

    def contains(self, span: Span) -> bool:
        """Return whether *span* is within the text, so that it can be edited."""
        start, end = (span.line, span.column), (span.end_line, span.end_column)
        return start <= end and all(
            1 <= line <= len(self.lines)
            and 1 <= column <= len(self.lines[line - 1].rstrip("\r\n")) + 1
            for line, column in (start, end)
        )

    def apply_edits(self, edits: Iterable[Edit]) -> "EditedText":
        """
        Return the text with *edits* applied; none of them may overlap.

        Insertions at the same position are applied in the given order. An empty edit at the
        start of the text removes the byte-order mark, which columns do not count.
        """
        lines: list[str] = []
        origins: list[int] = []
        done = 0
        line_end = self.line_end
        edits = list(edits)
        for group in _group_by_line(edits):
            first, last = group[0].span.line, max(edit.span.end_line for edit in group)
            lines += self.lines[done : first - 1]
            origins += self.origins[done : first - 1]
            region = EditedText(self.lines[first - 1 : last], self.origins[first - 1 : last])
            new_lines = _apply_group(region.lines, first, group, line_end)
            # The text of a region that is not the last one ends with a line end.
            new_lines = new_lines if last == len(self.lines) else new_lines[:-1]
            lines += new_lines
            origins += _find_origins(region, new_lines)
            done = last
        lines += self.lines[done:]
        origins += self.origins[done:]
        bom = "" if Edit(_START, "") in edits else self.bom
        # If the text before a U+FEFF was deleted, that is a byte-order mark now.
        first_line = lines[0].lstrip(BOM)
        bom += lines[0][: len(lines[0]) - len(first_line)]
        return EditedText([first_line, *lines[1:]], origins, bom)


def split_lines(text: str) -> list[str]:
    """Return the lines of *text* with their ends, and the text after the last end."""
    lines = _LINE.findall(text)
    return lines if lines and lines[-1][-1] not in "\r\n" else [*lines, ""]


def _group_by_line(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Yield the edits in the order of the text, grouped where they share a line."""
    group: list[Edit] = []
    last = 0
    # If two begin at the same position, the insertion comes first.
    for edit in sorted(edits, key=lambda each: each.span):
        if group and edit.span.line > last:
            yield group
            group = []
        group.append(edit)
        last = max(last, edit.span.end_line)
    if group:
        yield group


def _apply_group(
    lines: Sequence[str], first: int, edits: Sequence[Edit], line_end: str
) -> list[str]:
    """Return *lines*, numbered from *first* on, with *edits* applied."""
    starts = [0, *accumulate(map(len, lines))]
    text = "".join(lines)
    parts = []
    done = 0
    for span, new_text in edits:
        start = starts[span.line - first] + span.column - 1
        parts += [text[done:start], new_text.replace("\n", line_end)]
        done = starts[span.end_line - first] + span.end_column - 1
    return split_lines("".join([*parts, text[done:]]))


def _find_origins(old: EditedText, new_lines: Sequence[str]) -> list[int]:
    """Return the origins of *new_lines*: lines at both ends may be unchanged."""
    limit = min(len(old.lines), len(new_lines))
    head = next((at for at in range(limit) if old.lines[at] != new_lines[at]), limit)
    limit -= head
    tail = next((at for at in range(limit) if old.lines[-1 - at] != new_lines[-1 - at]), limit)
    changed = len(new_lines) - head - tail
    return [
        *old.origins[:head],
        *[0] * changed,
        *(old.origins[len(old.origins) - tail :]),
    ]
