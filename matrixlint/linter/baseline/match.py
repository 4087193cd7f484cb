"""The findings that baselines hold, against those of a run."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from matrixlint.config.settings import Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail, MatrixlintError
from matrixlint.linter.baseline import file
from matrixlint.linter.baseline.file import Baseline, Entry
from matrixlint.linter.discovery import Target
from matrixlint.linter.suppression.match import COMMENT, OWN
from matrixlint.linter.target_paths import find_base_folder, relative_path
from matrixlint.text.atomic_write import write_atomically
from matrixlint.text.escape import escape_control
from matrixlint.text.files import format_path


class LintedFile(NamedTuple):
    """A file that was linted, and all of its findings."""

    target: Target
    diagnostics: Sequence[Diagnostic]

    @property
    def entries(self) -> list[Entry]:
        """What a baseline would hold of the findings, one for one."""
        return file.make_entries(self.diagnostics, relative_path(self.target))


class BaselineSet:
    """
    The baselines of *targets*.

    What is wrong with one, as that it is not there unless it *may_be_missing*, is in *failures*,
    by its path.
    """

    __slots__ = ("_baselines", "failures")

    def __init__(self, targets: Iterable[Target], *, may_be_missing: bool) -> None:
        self._baselines: dict[str, Baseline] = {}
        self.failures: dict[str, Sequence[ErrorDetail]] = {}
        for path, own in _by_baseline(targets).items():
            try:
                self._baselines[path] = file.load(path, may_be_missing=may_be_missing)
            except MatrixlintError as error:
                self.failures[path] = error.details
            else:
                self._doubt(own, path)

    def _doubt(self, targets: Iterable[Target], path: str) -> None:
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
        """Return *diagnostics*, which were found in *target*, those marked that are known."""
        held = self._baselines.get(target.settings.baseline or "")
        own = LintedFile(target, diagnostics).entries
        return file.mark_known(diagnostics, own, held.lines if held else ())

    def stale(self, linted: Sequence[LintedFile]) -> Iterator[str]:
        """Yield a line for each entry whose finding is gone, *linted* being what is there."""
        for path, held in self._baselines.items():
            for entry in _gone(held, _of(path, linted)):
                place = f"{format_path(path)}:{held.lines[entry]}"
                yield escape_control(f"matrixlint: {place}: stale: {_told(entry)}")

    def write(self, linted: Sequence[LintedFile]) -> Iterator[str]:
        """Make the baselines hold what is there, and yield a line for each that is written."""
        for path, held in self._baselines.items():
            own = _of(path, linted)
            wanted = _wanted(held, own)
            try:
                write_atomically(path, file.dump(wanted), held.data)
            except MatrixlintError as error:
                self.failures[path] = error.details
                continue
            self._baselines[path] = Baseline(path, dict.fromkeys(wanted, 0))
            yield escape_control(f"matrixlint: {format_path(path)}: {_many(len(wanted))} written")


def _by_baseline(targets: Iterable[Target]) -> dict[str, list[Target]]:
    found: dict[str, list[Target]] = {}
    for target in targets:
        if target.settings.baseline:
            found.setdefault(target.settings.baseline, []).append(target)
    return found


def _of(path: str, linted: Iterable[LintedFile]) -> list[LintedFile]:
    return [each for each in linted if each.target.settings.baseline == path]


def _wanted(held: Baseline, linted: Sequence[LintedFile]) -> set[Entry]:
    """Return what is to be kept of *held*, which other runs speak of, and what is *linted*."""
    known = held.lines.keys() - set(_gone(held, linted))
    for each in linted:
        for entry, diagnostic in zip(each.entries, each.diagnostics, strict=True):
            if diagnostic.suppressed == COMMENT:
                known.discard(entry)
            else:
                known.add(entry)
    return known


def _gone(held: Baseline, linted: Sequence[LintedFile]) -> Iterator[Entry]:
    """Yield the entries of *held* whose findings would be in *linted*, and are not."""
    found = {entry for each in linted for entry in each.entries}
    ran = {relative_path(each.target): _ran(each.target.settings) for each in linted}
    roots = {find_base_folder(each.target) for each in linted}
    for entry in held.lines:
        if entry.path in ran:
            if entry.rule in ran[entry.path] and entry not in found:
                yield entry
        elif roots and not any(os.path.lexists(os.path.join(at, entry.path)) for at in roots):
            yield entry


def _ran(settings: Settings) -> frozenset[str]:
    if settings.suppressions:
        return settings.reliable_codes
    return frozenset(code for code in settings.reliable_codes if not code.startswith(OWN))


def _told(entry: Entry) -> str:
    about = (entry.section and f"[{entry.section}]", entry.driver or entry.key, entry.value)
    return " ".join((f"{entry.rule} in {entry.path}", *filter(None, about)))


def _many(number: int) -> str:
    return "1 entry" if number == 1 else f"{number} entries"
