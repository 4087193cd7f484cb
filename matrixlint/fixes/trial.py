"""Find out by trial which of many fixes have no side effects."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from matrixlint.diagnostic import Diagnostic
from matrixlint.fixes.side_effects import Change, find_side_effect
from matrixlint.model.matrix import Matrix
from matrixlint.text.edited_text import EditedText
from matrixlint.text.span import Edit

# Up to this number, fixes are bisected without rounds by section.
_MAX_BISECTED_AT_ONCE = 8
# Bounds on the text parsed in trials: a number of characters plus a multiple of the text.
_MAX_CHARACTERS = 400_000
_MAX_TEXT_MULTIPLE = 10
UNTRIED = "not tried, for too many fixes of the file do harm"


class Text(NamedTuple):
    """Text with the matrix parsed from it."""

    copy: EditedText
    matrix: Matrix


class SkippedFix(NamedTuple):
    """Diagnostic whose fix was not applied, with the reason."""

    diagnostic: Diagnostic
    reason: str


class _Attempt(NamedTuple):
    """Text with some fixes applied; *reason* is their side effect, None without one."""

    text: Text
    change: Change
    reason: str | None


class Trial:
    """
    Trial of the fixes of *diagnostics* in the *old* text; *read* parses a new text.

    Rejected fixes are in *skipped*. The time is bounded: after a certain amount of parsed
    text, fixes that were not tried yet are skipped as untried.
    """

    def __init__(
        self, old: Text, diagnostics: Sequence[Diagnostic], read: Callable[[EditedText], Text]
    ) -> None:
        self._old = old
        self._diagnostics = diagnostics
        self._read = read
        self._size = sum(map(len, old.copy.lines))
        self._budget = _MAX_CHARACTERS + _MAX_TEXT_MULTIPLE * self._size
        self.skipped: list[SkippedFix] = []

    def run(self) -> tuple[list[Diagnostic], Text]:
        """Return the diagnostics whose fixes were applied, and the text with them."""
        applied: Sequence[int] = ()
        rest: Sequence[int] = range(len(self._diagnostics))
        text = self._old
        if len(rest) > _MAX_BISECTED_AT_ONCE:
            whole = self._try_fixes(rest)
            if whole.reason is None:
                return [*self._diagnostics], whole.text
            applied, rest, text = self._try_by_section()
        applied, text = self._bisect(rest, applied, text)
        return [self._diagnostics[number] for number in applied], text

    def _try_by_section(self) -> tuple[list[int], list[int], Text]:
        """
        Return the fixes without side effects, those not tried yet, and the new text.

        A round tries fixes of each section; if they have side effects in it, halves of
        them are tried in the next rounds.
        """
        # Imported late: most files are fixed without side effects.
        from matrixlint.fixes.attribution import SideEffects, attribute_side_effects

        applied: list[int] = []
        deferred, rest = self._group_by_section()
        while deferred and self._budget > 0:
            tried = {number: stack[-1] for number, stack in deferred.items()}
            attempt = self._try_fixes([*applied, *chain.from_iterable(tried.values())])
            found = (
                attribute_side_effects(attempt.change)
                if attempt.reason
                else SideEffects({}, frozenset())
            )
            if attempt.reason and tried.keys().isdisjoint(found.reasons):
                break
            for number in tried.keys() - found.later:
                applied += self._accept_or_split(deferred[number], found.reasons.get(number))
            deferred = {number: stack for number, stack in deferred.items() if stack}
        rest += chain.from_iterable(chain.from_iterable(deferred.values()))
        text, reason = self._try_fixes(applied)[::2]
        # Together, fixes may have a side effect that none of them has.
        return (
            (applied, rest, text) if reason is None else ([], sorted([*applied, *rest]), self._old)
        )

    def _group_by_section(self) -> tuple[dict[int, list[Sequence[int]]], list[int]]:
        """Return the fixes by section, and those that span several sections."""
        from matrixlint.fixes.attribution import find_header_lines, find_section

        lines = find_header_lines(self._old.matrix.document)
        found: dict[int, list[int]] = {}
        others = []
        for at, diagnostic in enumerate(self._diagnostics):
            number = find_section(diagnostic, lines)
            if number is None:
                others.append(at)
            else:
                found.setdefault(number, []).append(at)
        return {number: [own] for number, own in found.items()}, others

    def _accept_or_split(self, stack: list[Sequence[int]], reason: str | None) -> Sequence[int]:
        """Return the top of *stack* if there is no *reason*; else skip or halve it."""
        tried = stack.pop()
        if reason is None:
            return tried
        if len(tried) == 1:
            self.skipped.append(SkippedFix(self._diagnostics[tried[0]], reason))
        else:
            half = len(tried) // 2
            stack += (tried[half:], tried[:half])
        return ()

    def _bisect(
        self, rest: Sequence[int], applied: Sequence[int], text: Text
    ) -> tuple[Sequence[int], Text]:
        """
        Return the fixes of *applied* and *rest* without side effects, and the text.

        If all of *rest* together have a side effect, try halves until the cause is found.
        """
        if not rest:
            return applied, text
        if self._budget <= 0:
            self.skipped += [SkippedFix(self._diagnostics[at], UNTRIED) for at in rest]
            return applied, text
        attempt = self._try_fixes([*applied, *rest])
        if attempt.reason is None:
            return [*applied, *rest], attempt.text
        if len(rest) == 1:
            self.skipped.append(SkippedFix(self._diagnostics[rest[0]], attempt.reason))
            return applied, text
        half = len(rest) // 2
        applied, text = self._bisect(rest[:half], applied, text)
        return self._bisect(rest[half:], applied, text)

    def _try_fixes(self, chosen: Iterable[int]) -> _Attempt:
        self._budget -= self._size
        diagnostics = [self._diagnostics[at] for at in sorted(chosen)]
        new = self._read(self._old.copy.as_original.apply_edits(collect_edits(diagnostics)))
        is_safe = all(diagnostic.fix.safe for diagnostic in diagnostics if diagnostic.fix)
        change = Change(self._old.matrix, new.matrix, new.copy, is_safe)
        return _Attempt(new, change, find_side_effect(change))


def collect_edits(diagnostics: Iterable[Diagnostic]) -> list[Edit]:
    """Return the edits of the fixes of *diagnostics*."""
    return [edit for diagnostic in diagnostics if diagnostic.fix for edit in diagnostic.fix.edits]
