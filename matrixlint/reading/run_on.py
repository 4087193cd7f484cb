"""Keys that go on into their values: the delimiter behind the first word is lost."""

from collections.abc import Collection

from matrixlint.document import Entry, Section
from matrixlint.invisible import plain


def read_run_on(entry: Entry, section: Section, keys: Collection[str]) -> str | None:
    """
    Return the first word of a key of *section* if that is an absent one of *keys*, else None.

    The value is then part of the key, and so it is not known.
    """
    first, *rest = plain(entry.key).split(maxsplit=1)
    if not rest or first not in keys or first in section.values:
        return None
    entry.section.unsure.add(entry.key)
    return first
