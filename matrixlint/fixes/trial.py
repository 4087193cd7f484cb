"""Which of many fixes can be made without harm: found out by making them."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from matrixlint.diagnostic import Diagnostic
from matrixlint.fixes.safety import Change, find_side_effect
from matrixlint.model.matrix import Matrix
from matrixlint.text.edited_text import EditedText
from matrixlint.text.span import Edit

# Up to so many fixes are tried by halves alone.
_FEW = 8
# How much may be read to find out what does harm: so many characters, and so many times the text.
_CHARACTERS = 400_000
_TIMES = 10
UNTRIED = "not tried, for too many fixes of the file do harm"


class Text(NamedTuple):
    """A text, and what it is read as."""

    copy: EditedText
    matrix: Matrix


class SkippedFix(NamedTuple):
    """A finding whose fix is not made, and why."""

    diagnostic: Diagnostic
    reason: str


class _Attempt(NamedTuple):
    """A text with some fixes made, and the harm that they do, None where it is none."""

    text: Text
    change: Change
    reason: str | None


class Trial:
    """
    The attempts to make the fixes of *diagnostics* in the *old* text, which *read* reads anew.

    What is refused is in *skipped*. The time does not grow with their number: past a
    bound on what is read, fixes that were not tried are refused for just that.
    """

    def __init__(
        self, old: Text, diagnostics: Sequence[Diagnostic], read: Callable[[EditedText], Text]
    ) -> None:
        self._old = old
        self._find_diagnostics = diagnostics
        self._read = read
        self._size = sum(map(len, old.copy.lines))
        self._left = _CHARACTERS + _TIMES * self._size
        self.skipped: list[SkippedFix] = []

    def run(self) -> tuple[int, Text]:
        """Return how many of the fixes are made, and the text with them."""
        made: Sequence[int] = ()
        rest: Sequence[int] = range(len(self._find_diagnostics))
        text = self._old
        if len(rest) > _FEW:
            whole = self._attempt(rest)
            if whole.reason is None:
                return len(rest), whole.text
            made, rest, text = self._in_rounds()
        made, text = self._by_halves(rest, made, text)
        return len(made), text

    def _in_rounds(self) -> tuple[list[int], list[int], Text]:
        """
        Return the fixes that do no harm and the text with them, as well as those to be tried yet.

        In a round each section has its turn: where harm is done in it, halves of its fixes
        are tried in the next ones.
        """
        # Most files are mended without harm.
        from matrixlint.fixes.attribution import SideEffects, attribute_side_effects

        made: list[int] = []
        deferred, rest = self._by_section()
        while deferred and self._left > 0:
            tried = {number: stack[-1] for number, stack in deferred.items()}
            attempt = self._attempt([*made, *chain.from_iterable(tried.values())])
            found = (
                attribute_side_effects(attempt.change)
                if attempt.reason
                else SideEffects({}, frozenset())
            )
            if attempt.reason and tried.keys().isdisjoint(found.reasons):
                break
            for number in tried.keys() - found.later:
                made += self._judge(deferred[number], found.reasons.get(number))
            deferred = {number: stack for number, stack in deferred.items() if stack}
        rest += chain.from_iterable(chain.from_iterable(deferred.values()))
        text, reason = self._attempt(made)[::2]
        # Together they may do what none of them does.
        return (made, rest, text) if reason is None else ([], sorted([*made, *rest]), self._old)

    def _by_section(self) -> tuple[dict[int, list[Sequence[int]]], list[int]]:
        """Return the fixes of each section, and those of several sections."""
        from matrixlint.fixes.attribution import find_header_lines, find_section

        lines = find_header_lines(self._old.matrix.document)
        found: dict[int, list[int]] = {}
        others = []
        for at, diagnostic in enumerate(self._find_diagnostics):
            number = find_section(diagnostic, lines)
            if number is None:
                others.append(at)
            else:
                found.setdefault(number, []).append(at)
        return {number: [own] for number, own in found.items()}, others

    def _judge(self, stack: list[Sequence[int]], reason: str | None) -> Sequence[int]:
        """Return the fixes on top of *stack* where they do no harm; else refuse or halve them."""
        tried = stack.pop()
        if reason is None:
            return tried
        if len(tried) == 1:
            self.skipped.append(SkippedFix(self._find_diagnostics[tried[0]], reason))
        else:
            half = len(tried) // 2
            stack += (tried[half:], tried[:half])
        return ()

    def _by_halves(
        self, rest: Sequence[int], made: Sequence[int], text: Text
    ) -> tuple[Sequence[int], Text]:
        """
        Return which fixes can be made without harm, of *rest* beside those *made*, and the text.

        Where all at once do harm, halves are tried, until the one that does it is found.
        """
        if not rest:
            return made, text
        if self._left <= 0:
            self.skipped += [SkippedFix(self._find_diagnostics[at], UNTRIED) for at in rest]
            return made, text
        attempt = self._attempt([*made, *rest])
        if attempt.reason is None:
            return [*made, *rest], attempt.text
        if len(rest) == 1:
            self.skipped.append(SkippedFix(self._find_diagnostics[rest[0]], attempt.reason))
            return made, text
        half = len(rest) // 2
        made, text = self._by_halves(rest[:half], made, text)
        return self._by_halves(rest[half:], made, text)

    def _attempt(self, chosen: Iterable[int]) -> _Attempt:
        self._left -= self._size
        diagnostics = [self._find_diagnostics[at] for at in sorted(chosen)]
        new = self._read(self._old.copy.as_original.apply_edits(collect_edits(diagnostics)))
        is_safe = all(diagnostic.fix.safe for diagnostic in diagnostics if diagnostic.fix)
        change = Change(self._old.matrix, new.matrix, new.copy, is_safe)
        return _Attempt(new, change, find_side_effect(change))


def collect_edits(diagnostics: Iterable[Diagnostic]) -> list[Edit]:
    """Return the edits that the fixes of *diagnostics* make."""
    return [edit for diagnostic in diagnostics if diagnostic.fix for edit in diagnostic.fix.edits]
