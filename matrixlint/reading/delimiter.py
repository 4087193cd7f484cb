"""Keys whose delimiter is lost, or stands too early, within the key."""

from collections.abc import Collection
from typing import NamedTuple

from matrixlint.document import DELIMITER, Entry, Section
from matrixlint.invisible import plain
from matrixlint.matrix import Delimiter

# What may have stood where the delimiter does.
_JOINTS = ("", ".", "-", "_")


class Slip(NamedTuple):
    """The key that was meant, and where its delimiter stands."""

    meant: str
    delimiter: Delimiter


def read_slip(entry: Entry, section: Section, keys: Collection[str]) -> Slip | None:
    """
    Return what an unknown key of *section* is meant as, if one of *keys* that is absent.

    The value is then part of the key, or the key's end part of the value: it is not known.
    """
    slip = _lost(entry, keys) or _early(entry, keys)
    if slip is None or slip.meant in section.values:
        return None
    entry.section.unsure.add(entry.key)
    return slip


def _lost(entry: Entry, keys: Collection[str]) -> Slip | None:
    first, *rest = plain(entry.key).split(maxsplit=1)
    return Slip(first, Delimiter.LOST) if rest and first in keys else None


def _early(entry: Entry, keys: Collection[str]) -> Slip | None:
    head, *rest = DELIMITER.split(entry.value.partition("\n")[0], maxsplit=1)
    if not rest or entry.line in entry.section.document.hanging:
        return None
    end = plain(head).rstrip().lower()
    meant = (plain(entry.key) + joint + end for joint in _JOINTS)
    return next((Slip(key, Delimiter.EARLY) for key in meant if key in keys), None)
