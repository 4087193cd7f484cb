"""The fixes of a file's findings made, pass by pass, and none of them doing harm."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from matrixlint.config.settings import Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.fixes.conflicts import EditConflicts, edits_overlap
from matrixlint.fixes.trial import SkippedFix, Text, Trial, collect_edits
from matrixlint.linter.lint import LintResult, check_matrix, parse_matrix
from matrixlint.text.edited_text import EditedText
from matrixlint.text.source import Source

# Faults that leave it open what a file says: while one stands, only fixes of reading are made.
_SYNTAX = frozenset({"MX001", "MX002", "MX003", "MX004", "MX005", "MX007", "MX008", "MX011"})
_OF_READING = "MX0"
_PASSES = 10

# What is left of a file's rows: those that neither a comment nor a baseline keeps silent.
Live = Callable[[list[Diagnostic]], list[Diagnostic]]
Identity = tuple[str | None, ...]


class FixResult(NamedTuple):
    """
    A file with fixes made.

    *copy* is its text, which knows the lines of the old one; *result* is what can be said
    of it now, *made* how many fixes were made. *skipped* are those that were not, for the
    harm that they would do; *deferred* are findings whose fixes have to wait, until all
    faults of syntax are mended.
    """

    copy: EditedText
    result: LintResult
    made: int
    skipped: Sequence[SkippedFix]
    deferred: Sequence[Diagnostic]


def apply_fixes(
    path: str, data: bytes, settings: Settings, find_active: Live, *, unsafe: bool
) -> FixResult:
    """
    Return the file *data*, called *path*, with fixes applied.

    *find_active* returns those of a list of diagnostics whose fixes may be applied.

    Unsafe ones are made where *unsafe* is set, once no safe one is left. Of fixes that
    overlap the first is made, the others wait for a later pass; there are ten at most.
    """
    work = _Work(path, settings, find_active, EditedText.from_bytes(data), unsafe=unsafe)
    for _ in range(_PASSES):
        if not work.run():
            break
    _, deferred = work.wanted
    return FixResult(work.text.copy, work.result, work.count, work.skipped_fixes, deferred)


class _Work:
    """The passes over one file: its *text* as it stands, and what is said of that."""

    def __init__(
        self, path: str, settings: Settings, find_active: Live, copy: EditedText, *, unsafe: bool
    ) -> None:
        self._path = path
        self._settings = settings
        self._find_active = find_active
        self._unsafe = unsafe
        self.text = self._read(copy)
        self.result = check_matrix(self.text.matrix, settings)
        self.count = 0
        self._skipped: dict[Identity, SkippedFix] = {}

    @property
    def skipped_fixes(self) -> list[SkippedFix]:
        """The refusals that still matter: no other mend has made up for them."""
        found = {_identity(diagnostic) for diagnostic in self.result.diagnostics if diagnostic.fix}
        return [skipped_fix for of, skipped_fix in self._skipped.items() if of in found]

    @property
    def wanted(self) -> tuple[list[Diagnostic], list[Diagnostic]]:
        """
        The findings whose fixes are to be made, and have not been refused.

        First come those for now, then those that wait until faults of syntax are mended.
        """
        diagnostics = [
            diagnostic
            for diagnostic in self._find_active(self.result.diagnostics)
            if diagnostic.fix
            and (diagnostic.fix.safe or self._unsafe)
            and _identity(diagnostic) not in self._skipped
        ]
        if _SYNTAX.isdisjoint(each.code for each in self.text.matrix.document.errors):
            return diagnostics, []
        timely = [
            diagnostic for diagnostic in diagnostics if diagnostic.code.startswith(_OF_READING)
        ]
        return timely, [
            diagnostic for diagnostic in diagnostics if not diagnostic.code.startswith(_OF_READING)
        ]

    def run(self) -> bool:
        """Make one pass; say whether there was anything to do."""
        timely, _ = self.wanted
        safe = [diagnostic for diagnostic in timely if diagnostic.fix and diagnostic.fix.safe]
        chosen = list(self._chosen(safe or timely))
        trial = Trial(self.text, chosen, self._read)
        made, text = trial.run()
        self._skipped |= {_identity(each.diagnostic): each for each in trial.skipped}
        if made:
            self.count += made
            self.text = text._replace(copy=text.copy.rebase(self.text.copy))
            self.result = check_matrix(text.matrix, self._settings)
        return bool(timely)

    def _chosen(self, diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the findings whose fixes can be made at once."""
        claims = EditConflicts()
        for diagnostic in diagnostics:
            edits = collect_edits([diagnostic])
            is_inside = all(self.text.copy.contains(edit.span) for edit in edits)
            if not is_inside or edits_overlap(edits):
                self._skip(diagnostic, "its edits do not fit the text")
            elif claims.take(edits, diagnostic.code):
                yield diagnostic

    def _read(self, copy: EditedText) -> Text:
        source = Source.from_bytes(self._path, copy.data)
        return Text(copy, parse_matrix(source, self._settings))

    def _skip(self, diagnostic: Diagnostic, reason: str) -> None:
        self._skipped[_identity(diagnostic)] = SkippedFix(diagnostic, reason)


def _identity(diagnostic: Diagnostic) -> Identity:
    # No line number: fixes above move what is below. The mend counts, for what another fix
    # has made of the line may call for another one.
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
