"""Edits put into a text, with the memory of which lines are still the old ones."""

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
    A file's text on its way to being another.

    *lines* are those of the text, each with its end; the last one, which may be empty, has
    none. *origins* are the numbers (1-based) that they had in the old text, 0 where they
    are not as they were. *mark* is the byte-order mark, several in a row, or empty.
    """

    lines: Sequence[str]
    origins: Sequence[int]
    mark: str = ""

    @classmethod
    def of(cls, data: bytes) -> Self:
        """Return the copy of *data* as it stands; bytes that are not UTF-8 survive in it."""
        text = data.decode("utf-8", "surrogateescape")
        bare = text.lstrip(BOM)
        lines = split_lines(bare)
        return cls(lines, range(1, len(lines) + 1), text[: len(text) - len(bare)])

    @property
    def data(self) -> bytes:
        """The bytes of the text as it stands now."""
        return (self.mark + "".join(self.lines)).encode("utf-8", "surrogateescape")

    @property
    def line_end(self) -> str:
        """The end that most lines have; a line feed where there is none."""
        ends = Counter(line[len(line.rstrip("\r\n")) :] for line in self.lines[:-1])
        return max(ends, key=ends.__getitem__, default="\n")

    @property
    def fresh(self) -> "EditedText":
        """The same text as an old one, all of whose lines are as they were."""
        return self._replace(origins=range(1, len(self.lines) + 1))

    def since(self, older: "EditedText") -> "EditedText":
        """Return this text, which was made of *older*, with that one's origins."""
        origins = [older.origins[origin - 1] if origin else 0 for origin in self.origins]
        return self._replace(origins=origins)

    def holds(self, span: Span) -> bool:
        """Say whether *span* lies in the text: an edit elsewhere cannot be made."""
        start, end = (span.line, span.column), (span.end_line, span.end_column)
        return start <= end and all(
            1 <= line <= len(self.lines)
            and 1 <= column <= len(self.lines[line - 1].rstrip("\r\n")) + 1
            for line, column in (start, end)
        )

    def edited(self, edits: Iterable[Edit]) -> "EditedText":
        """
        Return the text with *edits* made, none of which overlap.

        Several that insert at one place do so in their order. An edit of nothing to nothing
        at the start of the text takes the byte-order mark away, which no column counts.
        """
        lines: list[str] = []
        origins: list[int] = []
        done = 0
        line_end = self.line_end
        edits = list(edits)
        for group in _groups(edits):
            first, last = group[0].span.line, max(edit.span.end_line for edit in group)
            lines += self.lines[done : first - 1]
            origins += self.origins[done : first - 1]
            region = EditedText(self.lines[first - 1 : last], self.origins[first - 1 : last])
            fresh = _edited(region.lines, first, group, line_end)
            # The text of a region that is not the last one ends with a line end.
            fresh = fresh if last == len(self.lines) else fresh[:-1]
            lines += fresh
            origins += _kept(region, fresh)
            done = last
        lines += self.lines[done:]
        origins += self.origins[done:]
        mark = "" if Edit(_START, "") in edits else self.mark
        # What stood before a mark may be gone, and it is one then.
        bare = lines[0].lstrip(BOM)
        mark += lines[0][: len(lines[0]) - len(bare)]
        return EditedText([bare, *lines[1:]], origins, mark)


def split_lines(text: str) -> list[str]:
    """Return the lines of *text* with their ends, and what stands behind the last end."""
    lines = _LINE.findall(text)
    return lines if lines and lines[-1][-1] not in "\r\n" else [*lines, ""]


def _groups(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Yield the edits in their order in the text, those together that share a line."""
    group: list[Edit] = []
    last = 0
    # Of two that begin at one place, that which takes nothing away comes first.
    for edit in sorted(edits, key=lambda each: each.span):
        if group and edit.span.line > last:
            yield group
            group = []
        group.append(edit)
        last = max(last, edit.span.end_line)
    if group:
        yield group


def _edited(lines: Sequence[str], first: int, edits: Sequence[Edit], line_end: str) -> list[str]:
    starts = [0, *accumulate(map(len, lines))]
    text = "".join(lines)
    parts = []
    done = 0
    for span, fresh in edits:
        start = starts[span.line - first] + span.column - 1
        parts += [text[done:start], fresh.replace("\n", line_end)]
        done = starts[span.end_line - first] + span.end_column - 1
    return split_lines("".join([*parts, text[done:]]))


def _kept(old: EditedText, fresh: Sequence[str]) -> list[int]:
    """Return the origins of the *fresh* lines: those at both ends that are the *old* ones."""
    most = min(len(old.lines), len(fresh))
    head = next((at for at in range(most) if old.lines[at] != fresh[at]), most)
    most -= head
    tail = next((at for at in range(most) if old.lines[-1 - at] != fresh[-1 - at]), most)
    changed = len(fresh) - head - tail
    return [
        *old.origins[:head],
        *[0] * changed,
        *(old.origins[len(old.origins) - tail :]),
    ]
