"""In which sections of a text a change does harm."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from matrixlint.diagnostic import Diagnostic
from matrixlint.fixes.safety import (
    OF_SECTION,
    Change,
    count_errors,
    feature_semantics,
    find_changed_keys,
    find_edited_lines,
)
from matrixlint.syntax.document import Document, Section
from matrixlint.text.span import Edit

# A section by how many headers of the old text stand above a line, or in it.
Number = int
_Reasons = dict[Number, str]
_Thing = TypeVar("_Thing")


class SideEffects(NamedTuple):
    """
    Where a change does harm: the reason for each section, worded as ``harm`` does.

    *later* are sections with harm of another kind, which may come of that.
    """

    reasons: Mapping[Number, str]
    later: frozenset[Number]


def attribute_side_effects(change: Change) -> SideEffects:
    """Return the sections in which *change* does harm, as far as that can be placed."""
    places = _Places(change)
    kinds = [_of_errors(change, places), _of_sections(change, places), _of_keys(change, places)]
    if change.is_safe:
        kinds.append(_of_facts(change, places))
    first, *others = [kind for kind in kinds if kind] or [{}]
    return SideEffects(first, frozenset().union(*others) - first.keys())


def find_header_lines(document: Document) -> list[int]:
    """Return the lines at which the sections of *document* begin."""
    return sorted(section.line for section in document.sections)


def find_section(diagnostic: Diagnostic, lines: list[int]) -> Number | None:
    """
    Return the section that all edits of the fix of *diagnostic* lie in, None where there are more.

    Sections begin at *lines*.
    """
    found: set[Number] = set()
    for edit in diagnostic.fix.edits if diagnostic.fix else ():
        last = _last_line(edit)
        found.update((bisect_right(lines, min(edit.span.line, last)), bisect_right(lines, last)))
    return found.pop() if len(found) == 1 else None


def _last_line(edit: Edit) -> int:
    # Lines that are put in or taken away in front of another are none of that one's.
    span = edit.span
    is_before = span.end_column == 1 and (span.line < span.end_line or edit.text.endswith("\n"))
    return span.end_line - is_before


class _Places:
    """The sections of the old text that lines of the old and the new one belong to."""

    def __init__(self, change: Change) -> None:
        self._headers = find_header_lines(change.before.document)
        self._lines: list[int] = []
        kept = set(change.copy.origins)
        above = 0
        for origin in change.copy.origins:
            above = origin or above
            # A new line stands instead of an old one, or else is put in below one.
            is_instead = not origin and above + 1 not in kept
            self._lines.append(above + is_instead)

    def old(self, line: int) -> Number:
        """Return the section of a line of the old text."""
        return bisect_right(self._headers, line)

    def new(self, line: int) -> Number:
        """Return the section of a line of the new text."""
        return self.old(self._lines[min(line, len(self._lines)) - 1])


def _of_errors(change: Change, places: _Places) -> _Reasons:
    before, after = change.before.document, change.after.document
    codes = count_errors(after) - count_errors(before)
    new = Counter((error.code, places.new(error.span.line)) for error in after.errors)
    new.subtract((error.code, places.old(error.span.line)) for error in before.errors)
    more = sorted(((code, at) for code, at in +new if code in codes), reverse=True)
    return {at: f"the file would have one more {code}" for code, at in more}


def _of_sections(change: Change, places: _Places) -> _Reasons:
    lines = find_edited_lines(change)
    return {
        number: OF_SECTION
        for number, (old, new) in _sections(change, places).items()
        if len(old) != len(new)
        or any(
            section.name != other.name and section.line not in lines.old
            for section, other in zip(old, new, strict=True)
        )
    }


def _of_keys(change: Change, places: _Places) -> _Reasons:
    lines = find_edited_lines(change)
    found: _Reasons = {}
    for number, (old, new) in _sections(change, places).items():
        for section, other in zip(old, new, strict=False):
            for key in find_changed_keys(section, other, lines):
                where = f"{key!r} in [{section.name or '?'}]"
                found.setdefault(number, f"{where} would be read otherwise")
    return found


def _of_facts(change: Change, places: _Places) -> _Reasons:
    if [each.name for each in change.before.drivers] != [e.name for e in change.after.drivers]:
        # That changes what all features say.
        return {}
    old = _grouped(change.before.features, lambda feature: places.old(feature.section.line))
    new = _grouped(change.after.features, lambda feature: places.new(feature.section.line))
    return {
        number: "a driver, level or status would be read otherwise"
        for number in old.keys() | new.keys()
        if list(map(feature_semantics, old.get(number, ())))
        != list(map(feature_semantics, new.get(number, ())))
    }


def _sections(change: Change, places: _Places) -> dict[Number, tuple[list[Section], list[Section]]]:
    """Return what is read of each section of the old text, before and after."""
    old = _grouped(change.before.document.sections, lambda each: places.old(each.line))
    new = _grouped(change.after.document.sections, lambda each: places.new(each.line))
    return {number: (old.get(number, []), new.get(number, [])) for number in {**old, **new}}


def _grouped(
    things: Iterable[_Thing], number: Callable[[_Thing], Number]
) -> dict[Number, list[_Thing]]:
    found: dict[Number, list[_Thing]] = {}
    for each in things:
        found.setdefault(number(each), []).append(each)
    return found
