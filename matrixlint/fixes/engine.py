"""Fix engine: apply the fixes of a file in passes, without side effects."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from matrixlint.config.settings import Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.fixes.edit_conflicts import EditConflicts, edits_overlap
from matrixlint.fixes.trial import SkippedFix, Text, Trial, collect_edits
from matrixlint.linter.lint import LintResult, check_matrix, parse_matrix
from matrixlint.text.edited_text import EditedText
from matrixlint.text.source import Source

# Syntax errors that make the content uncertain: while one exists, only syntax fixes are applied.
_SYNTAX_CODES = frozenset({"MX001", "MX002", "MX003", "MX004", "MX005", "MX007", "MX008", "MX011"})
_SYNTAX_PREFIX = "MX0"
_MAX_PASSES = 10

# Returns those of a file's diagnostics that neither a comment nor a baseline suppresses.
FindActive = Callable[[list[Diagnostic]], list[Diagnostic]]
Identity = tuple[str | None, ...]


class FixResult(NamedTuple):
    """
    File with fixes applied.

    *copy* is its text, which maps to the lines of the old text; *result* are its
    diagnostics now. *applied* are the diagnostics whose fixes were applied, *skipped* fixes
    that were not because of their side effects; *deferred* are diagnostics whose fixes have
    to wait until all syntax errors are fixed.
    """

    copy: EditedText
    result: LintResult
    applied: Sequence[Diagnostic]
    skipped: Sequence[SkippedFix]
    deferred: Sequence[Diagnostic]


def apply_fixes(
    path: str, data: bytes, settings: Settings, find_active: FindActive, *, unsafe: bool
) -> FixResult:
    """
    Apply the fixes of the file *data* at *path*.

    *find_active* returns those of a list of diagnostics whose fixes may be applied. If
    *unsafe*, unsafe fixes are applied too, when no safe one is left. Of overlapping fixes
    the first is applied, the others wait for a later pass; there are at most ten passes.
    """
    session = _FixSession(path, settings, find_active, EditedText.from_bytes(data), unsafe=unsafe)
    for _ in range(_MAX_PASSES):
        if not session.run():
            break
    _, deferred = session.fixable
    return FixResult(
        session.text.copy, session.result, session.applied, session.skipped_fixes, deferred
    )


class _FixSession:
    """State of the passes over one file: its current *text* and the *result* of that."""

    def __init__(
        self,
        path: str,
        settings: Settings,
        find_active: FindActive,
        copy: EditedText,
        *,
        unsafe: bool,
    ) -> None:
        self._path = path
        self._settings = settings
        self._find_active = find_active
        self._unsafe = unsafe
        self.text = self._parse(copy)
        self.result = check_matrix(self.text.matrix, settings)
        self.applied: list[Diagnostic] = []
        self._skipped: dict[Identity, SkippedFix] = {}

    @property
    def skipped_fixes(self) -> list[SkippedFix]:
        """Skipped fixes whose diagnostics still exist."""
        found = {_identify(diagnostic) for diagnostic in self.result.diagnostics if diagnostic.fix}
        return [skipped_fix for identity, skipped_fix in self._skipped.items() if identity in found]

    @property
    def fixable(self) -> tuple[list[Diagnostic], list[Diagnostic]]:
        """
        Fixable diagnostics whose fixes have not been skipped.

        First those to fix now, then those deferred until all syntax errors are fixed.
        """
        diagnostics = [
            diagnostic
            for diagnostic in self._find_active(self.result.diagnostics)
            if diagnostic.fix
            and (diagnostic.fix.safe or self._unsafe)
            and _identify(diagnostic) not in self._skipped
        ]
        if _SYNTAX_CODES.isdisjoint(each.code for each in self.text.matrix.document.errors):
            return diagnostics, []
        ready = [
            diagnostic for diagnostic in diagnostics if diagnostic.code.startswith(_SYNTAX_PREFIX)
        ]
        return ready, [
            diagnostic
            for diagnostic in diagnostics
            if not diagnostic.code.startswith(_SYNTAX_PREFIX)
        ]

    def run(self) -> bool:
        """Run one pass; return whether there was anything to fix."""
        ready, _ = self.fixable
        safe = [diagnostic for diagnostic in ready if diagnostic.fix and diagnostic.fix.safe]
        chosen = list(self._select_compatible(safe or ready))
        trial = Trial(self.text, chosen, self._parse)
        applied, text = trial.run()
        self._skipped |= {_identify(each.diagnostic): each for each in trial.skipped}
        if applied:
            self.applied += applied
            self.text = text._replace(copy=text.copy.rebase(self.text.copy))
            self.result = check_matrix(text.matrix, self._settings)
        return bool(ready)

    def _select_compatible(self, diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the diagnostics whose fixes do not conflict."""
        conflicts = EditConflicts()
        for diagnostic in diagnostics:
            edits = collect_edits([diagnostic])
            is_inside = all(self.text.copy.contains(edit.span) for edit in edits)
            if not is_inside or edits_overlap(edits):
                self._skip(diagnostic, "its edits do not fit the text")
            elif conflicts.try_add(edits, diagnostic.code):
                yield diagnostic

    def _parse(self, copy: EditedText) -> Text:
        source = Source.from_bytes(self._path, copy.data)
        return Text(copy, parse_matrix(source, self._settings))

    def _skip(self, diagnostic: Diagnostic, reason: str) -> None:
        self._skipped[_identify(diagnostic)] = SkippedFix(diagnostic, reason)


def _identify(diagnostic: Diagnostic) -> Identity:
    # No line number: fixes above move the lines below. The edits count, because after
    # another fix of the line the same diagnostic may have another fix.
    texts = (edit.text for edit in collect_edits([diagnostic]))
    return (
        diagnostic.code,
        diagnostic.message,
        diagnostic.section,
        diagnostic.key,
        diagnostic.driver,
        diagnostic.value,
        *texts,
    )
