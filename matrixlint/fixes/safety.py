"""What mends do to a matrix beside what they say that they do."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from matrixlint.fixes.lost_lines import find_loss
from matrixlint.model.feature import Feature
from matrixlint.model.matrix import Matrix
from matrixlint.model.status import Status
from matrixlint.syntax.document import Document, Entry, Section
from matrixlint.text.edited_text import EditedText

OF_SECTION = "a section would be lost, gained or called otherwise"


class Change(NamedTuple):
    """
    A text that was mended, read *before* and *after*.

    *copy* is the new text, made of the old one. *is_safe* says that all mends are.
    """

    before: Matrix
    after: Matrix
    copy: EditedText
    is_safe: bool


def find_side_effect(change: Change) -> str | None:
    """
    Return what a change does that no mend is for, in a few words, None where it is nothing.

    Only what stands in the lines that are edited may be read otherwise than before, and of
    a safe mend only texts: drivers, levels and statuses are what they were. Nothing that
    could be read may become illegible.
    """
    before, after = change.before.document, change.after.document
    for error in sorted(count_errors(after) - count_errors(before)):
        return f"the file would have one more {error}"
    if len(before.sections) != len(after.sections):
        return OF_SECTION
    lines = find_edited_lines(change)
    for section, other in zip(before.sections, after.sections, strict=True):
        if section.name != other.name and section.line not in lines.old:
            return OF_SECTION
        for key in find_changed_keys(section, other, lines):
            return f"{key!r} in [{section.name or '?'}] would be read otherwise"
    return _harm_of_safe(change) if change.is_safe else None


def _harm_of_safe(change: Change) -> str | None:
    before, after = change.before, change.after
    if extract_semantics(before) != extract_semantics(after):
        return "a driver, level or status would be read otherwise"
    old, new = before.document.source.text, after.document.source.text
    return find_loss(old, new, change.copy, before.dialect)


class _Lines(NamedTuple):
    """The numbers of the lines that a change takes out of the old text and puts in the new."""

    old: Collection[int]
    new: Collection[int]


def find_edited_lines(change: Change) -> _Lines:
    """Return the lines that *change* edits."""
    kept = set(change.copy.origins)
    old = set(range(1, len(change.before.document.source.lines) + 1)) - kept
    return _Lines(old, {at for at, origin in enumerate(change.copy.origins, 1) if not origin})


def count_errors(document: Document) -> Counter[str]:
    """Return how many faults of each code *document* has."""
    return Counter(error.code for error in document.errors)


def find_changed_keys(section: Section, other: Section, lines: _Lines) -> Iterator[str]:
    """Yield the keys whose values differ though none of their lines is edited."""
    if section.values == other.values:
        return
    for key in {**section.values, **other.values}:
        if section.values.get(key) != other.values.get(key):
            is_suggested = _stands_in(section, key, lines.old) or _stands_in(other, key, lines.new)
            if not is_suggested:
                yield key


def _stands_in(section: Section, key: str, lines: Collection[int]) -> bool:
    """Say whether one of *lines* holds the key, or the header by which it is inherited."""
    if key not in section.values:
        return False
    is_inherited = key in section.origins and section.line in lines
    return is_inherited or any(line in lines for line in _extent(section.entry(key)))


def _extent(entry: Entry) -> range:
    return range(entry.line, entry.value_spans[-1].line + 1)


def extract_semantics(matrix: Matrix) -> tuple[object, ...]:
    """Return what is no text: the names, the levels and the statuses as they are read."""
    drivers = tuple(driver.name for driver in matrix.drivers)
    return drivers, [feature_semantics(feature) for feature in matrix.features]


def feature_semantics(feature: Feature) -> tuple[object, ...]:
    """Return what ``facts`` has of one feature."""
    return feature.name, feature.levels, [_of_status(status) for status in feature.statuses]


def _of_status(status: Status) -> tuple[object, ...]:
    return status.suggestion, status.demand, status.argument
