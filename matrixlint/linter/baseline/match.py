"""Match the findings of a run with the entries of baselines."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from matrixlint.config.settings import Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail, MatrixlintError
from matrixlint.linter.baseline import file
from matrixlint.linter.baseline.file import Baseline, BaselineEntry
from matrixlint.linter.discovery import Target
from matrixlint.linter.suppression.match import COMMENT, OWN
from matrixlint.linter.target_paths import find_base_folder, relative_path
from matrixlint.text.atomic_write import write_atomically
from matrixlint.text.escape import escape_control
from matrixlint.text.files import format_path


class LintedFile(NamedTuple):
    """Linted file with all of its diagnostics."""

    target: Target
    diagnostics: Sequence[Diagnostic]

    @property
    def entries(self) -> list[BaselineEntry]:
        """Baseline entries of the diagnostics, in the same order."""
        return file.make_entries(self.diagnostics, relative_path(self.target))


class BaselineSet:
    """
    Baselines of *targets*.

    *failures* are the errors of baselines by path; a missing file is an error unless it
    *may_be_missing*.
    """

    __slots__ = ("_baselines", "failures")

    def __init__(self, targets: Iterable[Target], *, may_be_missing: bool) -> None:
        self._baselines: dict[str, Baseline] = {}
        self.failures: dict[str, Sequence[ErrorDetail]] = {}
        for path, own in _group_by_baseline(targets).items():
            try:
                self._baselines[path] = file.load(path, may_be_missing=may_be_missing)
            except MatrixlintError as error:
                self.failures[path] = error.details
            else:
                self._check_unique(own, path)

    def _check_unique(self, targets: Iterable[Target], path: str) -> None:
        seen: dict[str, str] = {}
        for target in targets:
            inside = relative_path(target)
            other = seen.setdefault(inside, target.path)
            if other != target.path:
                message = f"baseline cannot tell {other!r} from {target.path!r}"
                self.failures[path] = [
                    ErrorDetail(f"{message}: both are {inside!r}", format_path(path))
                ]
                self._baselines.pop(path, None)

    def mark(self, target: Target, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return the *diagnostics* of *target*, with known ones marked as suppressed."""
        baseline = self._baselines.get(target.settings.baseline or "")
        own = LintedFile(target, diagnostics).entries
        return file.mark_known(diagnostics, own, baseline.lines if baseline else ())

    def find_stale(self, linted: Sequence[LintedFile]) -> Iterator[str]:
        """Yield a notice for each entry that has no finding in *linted* any more."""
        for path, baseline in self._baselines.items():
            for entry in _find_stale(baseline, _select_linted(path, linted)):
                place = f"{format_path(path)}:{baseline.lines[entry]}"
                yield escape_control(f"matrixlint: {place}: stale: {_format_entry(entry)}")

    def write(self, linted: Sequence[LintedFile]) -> Iterator[str]:
        """Write the findings of *linted* into the baselines; yield a notice for each."""
        for path, baseline in self._baselines.items():
            own = _select_linted(path, linted)
            entries = _update_entries(baseline, own)
            try:
                write_atomically(path, file.dump(entries), baseline.data)
            except MatrixlintError as error:
                self.failures[path] = error.details
                continue
            self._baselines[path] = Baseline(path, dict.fromkeys(entries, 0))
            yield escape_control(
                f"matrixlint: {format_path(path)}: {_format_entry_count(len(entries))} written"
            )


def _group_by_baseline(targets: Iterable[Target]) -> dict[str, list[Target]]:
    found: dict[str, list[Target]] = {}
    for target in targets:
        if target.settings.baseline:
            found.setdefault(target.settings.baseline, []).append(target)
    return found


def _select_linted(path: str, linted: Iterable[LintedFile]) -> list[LintedFile]:
    return [each for each in linted if each.target.settings.baseline == path]


def _update_entries(baseline: Baseline, linted: Sequence[LintedFile]) -> set[BaselineEntry]:
    """Return the entries for *linted*, and those of *baseline* about files not linted."""
    known = baseline.lines.keys() - set(_find_stale(baseline, linted))
    for each in linted:
        for entry, diagnostic in zip(each.entries, each.diagnostics, strict=True):
            if diagnostic.suppressed == COMMENT:
                known.discard(entry)
            else:
                known.add(entry)
    return known


def _find_stale(baseline: Baseline, linted: Sequence[LintedFile]) -> Iterator[BaselineEntry]:
    """Yield the entries of *baseline* that *linted* could contain but does not."""
    found = {entry for each in linted for entry in each.entries}
    ran = {relative_path(each.target): _get_reliable_codes(each.target.settings) for each in linted}
    roots = {find_base_folder(each.target) for each in linted}
    for entry in baseline.lines:
        if entry.path in ran:
            if entry.rule in ran[entry.path] and entry not in found:
                yield entry
        elif roots and not any(os.path.lexists(os.path.join(at, entry.path)) for at in roots):
            yield entry


def _get_reliable_codes(settings: Settings) -> frozenset[str]:
    if settings.suppressions:
        return settings.reliable_codes
    return frozenset(code for code in settings.reliable_codes if not code.startswith(OWN))


def _format_entry(entry: BaselineEntry) -> str:
    about = (entry.section and f"[{entry.section}]", entry.driver or entry.key, entry.value)
    return " ".join((f"{entry.rule} in {entry.path}", *filter(None, about)))


def _format_entry_count(number: int) -> str:
    return "1 entry" if number == 1 else f"{number} entries"
