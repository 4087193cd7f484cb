"""Fixes made in the linted files, or shown as the change that they would be."""

from collections.abc import Iterator

from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import FileError
from matrixlint.fixes.engine import FixResult, apply_fixes
from matrixlint.linter.discovery import Target
from matrixlint.linter.lint import lint_source
from matrixlint.linter.result import FileResult, MarkKnown
from matrixlint.linter.target_paths import find_target_root
from matrixlint.text.atomic_write import write_atomically
from matrixlint.text.edited_text import EditedText
from matrixlint.text.escape import escape_control
from matrixlint.text.files import read_file
from matrixlint.text.source import Source
from matrixlint.text.unified_diff import format_unified_diff


def fix_file(target: Target, mark: MarkKnown, *, unsafe: bool, is_shown: bool) -> FileResult:
    """
    Make the fixes of what *mark* leaves of the findings in *target*.

    A file that cannot be written is told with its findings as they were.
    """
    data = read_file(target.location) if target.data is None else target.data

    def find_active(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        return [
            diagnostic for diagnostic in mark(target, diagnostics) if diagnostic.suppressed is None
        ]

    done = apply_fixes(target.path, data, target.settings, find_active, unsafe=unsafe)
    try:
        if target.data is None and not is_shown:
            write_atomically(target.location, done.copy.data, data, find_target_root(target))
    except FileError as error:
        return _unwritten(target, data, error)
    diff = (
        format_unified_diff(target.path, EditedText.from_bytes(data), done.copy)
        if is_shown
        else b""
    )
    return FileResult(
        done.result.diagnostics,
        done.result.details,
        lines=Source.from_bytes(target.path, done.copy.data).lines,
        notices=list(_find_notices(target, done)),
        is_linted=True,
        fixes=done.made,
        diff=diff,
        text=None if target.data is None else done.copy.data,
    )


def _unwritten(target: Target, data: bytes, error: FileError) -> FileResult:
    source = Source.from_bytes(target.path, data)
    found = lint_source(source, target.settings)
    details = [*found.details, *error.details]
    return FileResult(found.diagnostics, details, lines=source.lines, is_linted=True)


def _find_notices(target: Target, done: FixResult) -> Iterator[str]:
    for diagnostic, reason in done.skipped:
        place = f"{target.path}:{diagnostic.line}"
        yield escape_control(f"matrixlint: {place}: fix of {diagnostic.code} not made: {reason}")
    if done.deferred:
        count = len(done.deferred)
        fixes = "1 fix waits" if count == 1 else f"{count} fixes wait"
        why = "faults of syntax are to be mended first"
        yield escape_control(f"matrixlint: {target.path}: {fixes}: {why}")
