"""Find comments of a migrated matrix that still use words of its old dialect."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import is_blank_or_comment
from matrixlint.text.source import Source


class StaleComment(NamedTuple):
    """Comment at *line* (1-based) with *words* of the old dialect."""

    line: int
    words: tuple[str, ...]


def find_stale_comments(source: Source, old: Dialect) -> Iterator[StaleComment]:
    """Yield the comments of *source* that name keys or the section of *old*."""
    pattern = _compile_pattern(old)
    for number, line in enumerate(source.lines, 1):
        words = tuple(dict.fromkeys(pattern.findall(_extract_comment(line))))
        if words:
            yield StaleComment(number, words)


def _compile_pattern(dialect: Dialect) -> re.Pattern[str]:
    prefixes = {*dialect.entry_prefixes, *dialect.note_prefixes, dialect.declaring_keys or ""}
    keys = "|".join(re.escape(prefix) for prefix in sorted(prefixes) if prefix)
    header = re.escape(f"[{dialect.declaration}]")
    # The full stop of a sentence is not part of a name.
    return re.compile(rf"{header}|(?:{keys})(?:[\w.-]*\w)?", re.IGNORECASE)


def _extract_comment(line: str) -> str:
    """Return the comment in *line*: all of it, or the part after a header."""
    if is_blank_or_comment(line):
        return line
    return line.partition("]")[2] if line.startswith("[") else ""
