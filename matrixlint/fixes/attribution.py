"""Attribute the side effects of a change to sections of the text."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from matrixlint.diagnostic import Diagnostic
from matrixlint.fixes.side_effects import (
    OF_SECTION,
    Change,
    count_errors,
    extract_feature_semantics,
    find_changed_keys,
    find_edited_lines,
)
from matrixlint.syntax.document import Document, Section
from matrixlint.text.span import Edit

# Number of a section: how many headers of the old text are above a line, or on it.
Number = int
_Reasons = dict[Number, str]
_Item = TypeVar("_Item")


class SideEffects(NamedTuple):
    """
    Sections with side effects, each with a reason worded as in ``find_side_effect``.

    *later* are sections with side effects of other kinds, which may be consequences.
    """

    reasons: Mapping[Number, str]
    later: frozenset[Number]


def attribute_side_effects(change: Change) -> SideEffects:
    """Return the sections in which *change* has side effects, as far as known."""
    section_map = _SectionMap(change)
    side_effects = [
        _attribute_errors(change, section_map),
        _attribute_sections(change, section_map),
        _attribute_keys(change, section_map),
    ]
    if change.is_safe:
        side_effects.append(_attribute_semantics(change, section_map))
    first, *others = [kind for kind in side_effects if kind] or [{}]
    return SideEffects(first, frozenset().union(*others) - first.keys())


def find_header_lines(document: Document) -> list[int]:
    """Return the lines (1-based) of the section headers of *document*."""
    return sorted(section.line for section in document.sections)


def find_section(diagnostic: Diagnostic, lines: list[int]) -> Number | None:
    """
    Return the section that the fix of *diagnostic* edits, None if several.

    *lines* are the header lines of the sections (1-based).
    """
    found: set[Number] = set()
    for edit in diagnostic.fix.edits if diagnostic.fix else ():
        last = _find_last_line(edit)
        found.update((bisect_right(lines, min(edit.span.line, last)), bisect_right(lines, last)))
    return found.pop() if len(found) == 1 else None


def _find_last_line(edit: Edit) -> int:
    # Lines inserted or removed before a line do not count as an edit of that line.
    span = edit.span
    is_before = span.end_column == 1 and (span.line < span.end_line or edit.text.endswith("\n"))
    return span.end_line - is_before


class _SectionMap:
    """Mapping of lines of the old and the new text to sections of the old text."""

    def __init__(self, change: Change) -> None:
        self._headers = find_header_lines(change.before.document)
        self._lines: list[int] = []
        kept = set(change.copy.origins)
        above = 0
        for origin in change.copy.origins:
            above = origin or above
            # A new line replaces an old one, or is inserted below one.
            is_replacement = not origin and above + 1 not in kept
            self._lines.append(above + is_replacement)

    def find_old(self, line: int) -> Number:
        """Return the section of a line of the old text."""
        return bisect_right(self._headers, line)

    def find_new(self, line: int) -> Number:
        """Return the section of a line of the new text."""
        return self.find_old(self._lines[min(line, len(self._lines)) - 1])


def _attribute_errors(change: Change, section_map: _SectionMap) -> _Reasons:
    before, after = change.before.document, change.after.document
    codes = count_errors(after) - count_errors(before)
    new = Counter((error.code, section_map.find_new(error.span.line)) for error in after.errors)
    new.subtract((error.code, section_map.find_old(error.span.line)) for error in before.errors)
    more = sorted(((code, at) for code, at in +new if code in codes), reverse=True)
    return {at: f"the file would have one more {code}" for code, at in more}


def _attribute_sections(change: Change, section_map: _SectionMap) -> _Reasons:
    lines = find_edited_lines(change)
    return {
        number: OF_SECTION
        for number, (old, new) in _pair_sections(change, section_map).items()
        if len(old) != len(new)
        or any(
            section.name != other.name and section.line not in lines.old
            for section, other in zip(old, new, strict=True)
        )
    }


def _attribute_keys(change: Change, section_map: _SectionMap) -> _Reasons:
    lines = find_edited_lines(change)
    found: _Reasons = {}
    for number, (old, new) in _pair_sections(change, section_map).items():
        for section, other in zip(old, new, strict=False):
            for key in find_changed_keys(section, other, lines):
                where = f"{key!r} in [{section.name or '?'}]"
                found.setdefault(number, f"{where} would be read otherwise")
    return found


def _attribute_semantics(change: Change, section_map: _SectionMap) -> _Reasons:
    if [each.name for each in change.before.drivers] != [e.name for e in change.after.drivers]:
        # Different drivers change all features.
        return {}
    old = _group_by_section(
        change.before.features, lambda feature: section_map.find_old(feature.section.line)
    )
    new = _group_by_section(
        change.after.features, lambda feature: section_map.find_new(feature.section.line)
    )
    return {
        number: "a driver, level or status would be read otherwise"
        for number in old.keys() | new.keys()
        if list(map(extract_feature_semantics, old.get(number, ())))
        != list(map(extract_feature_semantics, new.get(number, ())))
    }


def _pair_sections(
    change: Change, section_map: _SectionMap
) -> dict[Number, tuple[list[Section], list[Section]]]:
    """Return the parsed sections, before and after, by section of the old text."""
    old = _group_by_section(
        change.before.document.sections, lambda each: section_map.find_old(each.line)
    )
    new = _group_by_section(
        change.after.document.sections, lambda each: section_map.find_new(each.line)
    )
    return {number: (old.get(number, []), new.get(number, [])) for number in {**old, **new}}


def _group_by_section(
    items: Iterable[_Item], number: Callable[[_Item], Number]
) -> dict[Number, list[_Item]]:
    found: dict[Number, list[_Item]] = {}
    for each in items:
        found.setdefault(number(each), []).append(each)
    return found
