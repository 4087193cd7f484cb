"""Comments that ask for silence: what each covers, and whether it was needed."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from matrixlint.diagnostic import Diagnostic, Span
from matrixlint.document import Document, is_passed_over

_MARK = "matrixlint:"
_COMMENT = re.compile(
    r"\s*[#;]+\s*matrixlint:\s*(?P<word>[\w-]+)\s*(?:\[(?P<rules>[^\]]*)\])?(?P<rest>.*)"
)
IGNORE = "ignore"
IGNORE_FILE = "ignore-file"
# The rules on suppressions speak for themselves: no bare comment silences them.
OWN_FAMILY = "MX9"


class Suppression(NamedTuple):
    """
    One comment: its line, and what it says.

    *word* is what it asks for, as written; *rules* are the codes, prefixes and names in its
    brackets, empty where it has none; *lines* are the lines (1-based) that it covers.
    """

    span: Span
    word: str
    rules: tuple[str, ...]
    reason: str
    lines: range

    def covers(self, found: Diagnostic) -> bool:
        """Say whether the comment silences *found*."""
        if found.line not in self.lines or self.word not in (IGNORE, IGNORE_FILE):
            return False
        if not self.rules:
            return not found.code.startswith(OWN_FAMILY)
        return any(names(rule, found.code, found.name) for rule in self.rules)


def names(written: str, code: str, name: str) -> bool:
    """Say whether *written* is the rule's code, a prefix of it, or its name."""
    return written == name or (written.startswith("MX") and code.startswith(written))


def read_suppressions(document: Document) -> list[Suppression]:
    """Return the suppressions of *document* in the order of the file."""
    if _MARK not in document.source.text:
        return []
    return list(_read(document))


def _read(document: Document) -> Iterator[Suppression]:
    lines = document.lines
    total = len(lines)
    for number, text in enumerate(document.source.lines, 1):
        match = _COMMENT.match(text) if _MARK in text and is_passed_over(text) else None
        if match is None:
            continue
        rules = tuple(filter(None, re.split(r"[\s,]+", match["rules"] or "")))
        span = Span.within(number, text.index(text.strip()) + 1, len(text.strip()))
        is_whole = match["word"] == IGNORE_FILE
        covered = range(1, total + 1) if is_whole else _covered(number, lines)
        _, _, reason = match["rest"].partition("--")
        yield Suppression(span, match["word"], rules, reason.strip(), covered)


def _covered(comment: int, lines: list[str]) -> range:
    """Return the lines of the next key, or of the whole section where a header comes next."""
    start = comment
    while start < len(lines) and is_passed_over(lines[start]):
        start += 1
    if start == len(lines):
        return range(0)
    is_header = lines[start].startswith("[")
    end = start + 1
    while end < len(lines) and not _ends(lines[end], is_header=is_header):
        end += 1
    return range(start + 1, end + 1)


def _ends(line: str, *, is_header: bool) -> bool:
    if is_header:
        return line.startswith("[")
    return bool(line[:1].strip()) and not is_passed_over(line)


def suppress(
    rows: list[Diagnostic], suppressions: list[Suppression]
) -> tuple[list[Diagnostic], list[set[str]]]:
    """
    Return *rows*, which are sorted, the silenced ones marked, and who silenced what.

    That is, for each of *suppressions* in their order, the codes that it silenced.
    """
    lines = [row.line for row in rows]
    marked = list(rows)
    used: list[set[str]] = []
    for suppression in suppressions:
        first = bisect_left(lines, suppression.lines.start)
        end = bisect_left(lines, suppression.lines.stop)
        covered = [index for index in range(first, end) if suppression.covers(rows[index])]
        used.append({rows[index].code for index in covered})
        for index in covered:
            marked[index] = rows[index]._replace(suppressed="comment")
    return marked, used
