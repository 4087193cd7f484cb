"""Finds keys whose delimiter is missing or in the wrong position."""

import re
from collections.abc import Collection
from typing import NamedTuple

from matrixlint.model.builder.known_keys import KnownKeys
from matrixlint.model.problems import Delimiter
from matrixlint.syntax.document import DELIMITER, Entry, Section
from matrixlint.text.invisible import strip_invisible

# What a delimiter in a key may replace.
_SEPARATORS = ("", ".", "-", "_")


class MisplacedDelimiter(NamedTuple):
    """The suggested key, None if unknown, and the position of its delimiter."""

    suggestion: str | None
    delimiter: Delimiter = Delimiter.IN_PLACE


def find_misplaced_delimiter(
    entry: Entry, section: Section, keys: Collection[str]
) -> MisplacedDelimiter | None:
    """
    Return the one of *keys* that *entry* has with another delimiter.

    It must be missing in *section*. The value is marked as unknown: it is part of the key, or the
    end of the key is part of the value.
    """
    misplaced = _find_missing(entry, keys) or _find_early(entry, keys)
    return _accept_if_absent(misplaced, entry, section)


def find_swapped_delimiter(
    entry: Entry, section: Section, known_keys: KnownKeys
) -> MisplacedDelimiter | None:
    """Return the key, missing in *section*, whose delimiter is swapped with a letter."""
    key, value = strip_invisible(entry.key), strip_invisible(entry.value)
    for suggestion, text in ((key + value[:1], value[1:]), (key[:-1], key[-1:] + value)):
        # Only a value that is a known word confirms the swap.
        if re.split(r"\W", text)[0] in known_keys.words(suggestion):
            swapped = MisplacedDelimiter(suggestion, Delimiter.SWAPPED)
            return _accept_if_absent(swapped, entry, section)
    return None


def _accept_if_absent(
    misplaced: MisplacedDelimiter | None, entry: Entry, section: Section
) -> MisplacedDelimiter | None:
    """Return *misplaced* if *section* has no such key, and mark the value as unknown."""
    if misplaced is None or misplaced.suggestion in section.values:
        return None
    entry.section.unknown_values.add(entry.key)
    return misplaced


def _find_missing(entry: Entry, keys: Collection[str]) -> MisplacedDelimiter | None:
    # A key may consist of invisible characters only.
    words = strip_invisible(entry.key).split()
    if words[1:] and words[0] in keys:
        return MisplacedDelimiter(words[0], Delimiter.MISSING)
    return None


def _find_early(entry: Entry, keys: Collection[str]) -> MisplacedDelimiter | None:
    match = DELIMITER.search(entry.value)
    if match is None or entry.line in entry.section.document.values_below:
        return None
    end = strip_invisible(entry.value[: match.start()]).rstrip().lower()
    suggestions = (strip_invisible(entry.key) + separator + end for separator in _SEPARATORS)
    return next(
        (MisplacedDelimiter(key, Delimiter.EARLY) for key in suggestions if key in keys), None
    )
