"""Resolves unknown keys of sections that declare drivers."""

import re
from collections.abc import Collection

from matrixlint.model.builder.misplaced_delimiter import (
    MisplacedDelimiter,
    find_misplaced_delimiter,
)
from matrixlint.model.problems import UnknownField
from matrixlint.syntax.document import Entry, Section
from matrixlint.text.invisible import strip_invisible
from matrixlint.text.similarity import closest_match


def resolve_unknown_field(
    entry: Entry, section: Section, fields: Collection[str], prefix: str | None
) -> UnknownField:
    """
    Resolve an unknown key of *section* to one of *fields*, or to a declaration with *prefix*.

    The section reads it as that key too, if it has none.
    """
    suggestion, delimiter = find_misplaced_delimiter(entry, section, fields) or MisplacedDelimiter(
        _find_closest(strip_invisible(entry.key), fields, prefix)
    )
    suggestion = None if suggestion in section.values else suggestion
    if suggestion:
        section.alias(entry.key, suggestion)
    is_needed = suggestion is not None and suggestion != "link"
    return UnknownField(entry, suggestion, is_needed, delimiter)


def _find_closest(key: str, fields: Collection[str], prefix: str | None) -> str | None:
    return _complete_declaration(key, prefix) if prefix else closest_match(key, fields)


def _complete_declaration(key: str, prefix: str) -> str | None:
    """Return *key* with *prefix*, if its beginning is similar to that, or None."""
    parts = prefix.count("-")
    words = re.split(r"[-_.]", key, maxsplit=parts)
    written = key[: len(key) - len(words[-1])]
    return prefix + words[-1] if closest_match(written, [prefix]) else None
