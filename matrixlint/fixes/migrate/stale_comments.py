"""Comments of a moved matrix that still speak of its old dialect."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import is_blank_or_comment
from matrixlint.text.source import Source


class StaleComment(NamedTuple):
    """A comment at *line* (1-based), and the *words* of the old dialect in it."""

    line: int
    words: tuple[str, ...]


def find_stale_comments(source: Source, old: Dialect) -> Iterator[StaleComment]:
    """Yield the comments of *source* that hold keys, or the declaring section, of *old*."""
    pattern = _pattern(old)
    for number, line in enumerate(source.lines, 1):
        words = tuple(dict.fromkeys(pattern.findall(_comment(line))))
        if words:
            yield StaleComment(number, words)


def _pattern(dialect: Dialect) -> re.Pattern[str]:
    prefixes = {*dialect.entry_prefixes, *dialect.note_prefixes, dialect.declaring_keys or ""}
    keys = "|".join(re.escape(prefix) for prefix in sorted(prefixes) if prefix)
    header = re.escape(f"[{dialect.declaration}]")
    # The full stop of a sentence is no part of a name.
    return re.compile(rf"{header}|(?:{keys})(?:[\w.-]*\w)?", re.IGNORECASE)


def _comment(line: str) -> str:
    """Return the part of *line* that is a comment: all of it, or what follows a header."""
    if is_blank_or_comment(line):
        return line
    return line.partition("]")[2] if line.startswith("[") else ""
