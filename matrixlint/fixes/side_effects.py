"""Check fixes for side effects: compare the old and the fixed text, parsed."""

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
    Fixed text, parsed *before* and *after*.

    *copy* is the new text, made from the old one. *is_safe* is whether all fixes are safe.
    """

    before: Matrix
    after: Matrix
    copy: EditedText
    is_safe: bool


def find_side_effect(change: Change) -> str | None:
    """
    Return the side effect of *change* in a few words, None if there is none.

    Only edited lines may be parsed differently than before. With safe fixes, only texts
    may differ: drivers, levels and statuses must be the same. There must be no new syntax
    errors.
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
    return _find_semantic_change(change) if change.is_safe else None


def _find_semantic_change(change: Change) -> str | None:
    before, after = change.before, change.after
    if extract_semantics(before) != extract_semantics(after):
        return "a driver, level or status would be read otherwise"
    old, new = before.document.source.text, after.document.source.text
    return find_loss(old, new, change.copy, before.dialect)


class _Lines(NamedTuple):
    """Lines (1-based) that a change removes from the old text and adds to the new."""

    old: Collection[int]
    new: Collection[int]


def find_edited_lines(change: Change) -> _Lines:
    """Return the lines that *change* edits."""
    kept = set(change.copy.origins)
    old = set(range(1, len(change.before.document.source.lines) + 1)) - kept
    return _Lines(old, {at for at, origin in enumerate(change.copy.origins, 1) if not origin})


def count_errors(document: Document) -> Counter[str]:
    """Return the number of syntax errors of *document*, by code."""
    return Counter(error.code for error in document.errors)


def find_changed_keys(section: Section, other: Section, lines: _Lines) -> Iterator[str]:
    """Yield the keys whose values differ although none of their lines is edited."""
    if section.values == other.values:
        return
    for key in {**section.values, **other.values}:
        if section.values.get(key) != other.values.get(key):
            is_edited = _is_on_lines(section, key, lines.old) or _is_on_lines(other, key, lines.new)
            if not is_edited:
                yield key


def _is_on_lines(section: Section, key: str, lines: Collection[int]) -> bool:
    """Return whether one of *lines* holds the key, or the header that inherits it."""
    if key not in section.values:
        return False
    is_inherited = key in section.origins and section.line in lines
    return is_inherited or any(line in lines for line in _get_lines(section.entry(key)))


def _get_lines(entry: Entry) -> range:
    return range(entry.line, entry.value_spans[-1].line + 1)


def extract_semantics(matrix: Matrix) -> tuple[object, ...]:
    """Return the names, levels and statuses of *matrix*, without its texts."""
    drivers = tuple(driver.name for driver in matrix.drivers)
    return drivers, [extract_feature_semantics(feature) for feature in matrix.features]


def extract_feature_semantics(feature: Feature) -> tuple[object, ...]:
    """Return the semantics of one feature, as in ``extract_semantics``."""
    return (
        feature.name,
        feature.levels,
        [_extract_status_semantics(status) for status in feature.statuses],
    )


def _extract_status_semantics(status: Status) -> tuple[object, ...]:
    return status.suggestion, status.demand, status.argument
