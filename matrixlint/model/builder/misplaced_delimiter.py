"""Keys whose delimiter is lost, or stands in the wrong place."""

import re
from collections.abc import Collection
from typing import NamedTuple

from matrixlint.model.builder.known_keys import KnownKeys
from matrixlint.model.matrix import Delimiter
from matrixlint.syntax.document import DELIMITER, Entry, Section
from matrixlint.text.invisible import strip_invisible

# What may have stood where the delimiter does.
_JOINTS = ("", ".", "-", "_")


class MisplacedDelimiter(NamedTuple):
    """The key that was meant, None where that is not known, and where its delimiter stands."""

    suggestion: str | None
    delimiter: Delimiter = Delimiter.IN_PLACE


def find_misplaced_delimiter(
    entry: Entry, section: Section, keys: Collection[str]
) -> MisplacedDelimiter | None:
    """
    Return what an unknown key of *section* is meant as, if one of *keys* that is absent.

    The value is then part of the key, or the key's end part of the value: it is not known.
    """
    return _absent(_lost(entry, keys) or _early(entry, keys), entry, section)


def find_swapped_delimiter(
    entry: Entry, section: Section, vocabulary: KnownKeys
) -> MisplacedDelimiter | None:
    """Return the absent key of *section* whose delimiter has changed places with a letter."""
    key, value = strip_invisible(entry.key), strip_invisible(entry.value)
    for suggestion, text in ((key + value[:1], value[1:]), (key[:-1], key[-1:] + value)):
        # Of other values nobody knows what they are without a letter.
        if re.split(r"\W", text)[0] in vocabulary.words(suggestion):
            return _absent(MisplacedDelimiter(suggestion, Delimiter.SWAPPED), entry, section)
    return None


def _absent(
    misplaced: MisplacedDelimiter | None, entry: Entry, section: Section
) -> MisplacedDelimiter | None:
    if misplaced is None or misplaced.suggestion in section.values:
        return None
    entry.section.unknown_values.add(entry.key)
    return misplaced


def _lost(entry: Entry, keys: Collection[str]) -> MisplacedDelimiter | None:
    # A key may be nothing but invisible characters.
    words = strip_invisible(entry.key).split()
    return (
        MisplacedDelimiter(words[0], Delimiter.MISSING) if words[1:] and words[0] in keys else None
    )


def _early(entry: Entry, keys: Collection[str]) -> MisplacedDelimiter | None:
    match = DELIMITER.search(entry.value)
    if match is None or entry.line in entry.section.document.values_below:
        return None
    end = strip_invisible(entry.value[: match.start()]).rstrip().lower()
    suggestion = (strip_invisible(entry.key) + joint + end for joint in _JOINTS)
    return next(
        (MisplacedDelimiter(key, Delimiter.EARLY) for key in suggestion if key in keys), None
    )
