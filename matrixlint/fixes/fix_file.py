"""Fix one file: write it, or show the changes as a diff."""

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
    Apply the fixes of findings in *target* that *mark* leaves unsuppressed.

    If the file cannot be written, report the error and the findings of the old text.
    """
    data = read_file(target.location) if target.data is None else target.data

    def find_active(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        return [
            diagnostic for diagnostic in mark(target, diagnostics) if diagnostic.suppressed is None
        ]

    fixed = apply_fixes(target.path, data, target.settings, find_active, unsafe=unsafe)
    try:
        if target.data is None and not is_shown:
            write_atomically(target.location, fixed.copy.data, data, find_target_root(target))
    except FileError as error:
        return _report_unwritten(target, data, error)
    diff = (
        format_unified_diff(target.path, EditedText.from_bytes(data), fixed.copy)
        if is_shown
        else b""
    )
    return FileResult(
        fixed.result.diagnostics,
        fixed.result.details,
        lines=Source.from_bytes(target.path, fixed.copy.data).lines,
        notices=list(_find_notices(target, fixed)),
        is_linted=True,
        fixes=len(fixed.applied),
        diff=diff,
        text=None if target.data is None else fixed.copy.data,
    )


def _report_unwritten(target: Target, data: bytes, error: FileError) -> FileResult:
    source = Source.from_bytes(target.path, data)
    found = lint_source(source, target.settings)
    details = [*found.details, *error.details]
    return FileResult(found.diagnostics, details, lines=source.lines, is_linted=True)


def _find_notices(target: Target, fixed: FixResult) -> Iterator[str]:
    for diagnostic, reason in fixed.skipped:
        place = f"{target.path}:{diagnostic.line}"
        yield escape_control(f"matrixlint: {place}: fix of {diagnostic.code} not made: {reason}")
    if fixed.deferred:
        count = len(fixed.deferred)
        fixes = "1 fix waits" if count == 1 else f"{count} fixes wait"
        why = "faults of syntax are to be mended first"
        yield escape_control(f"matrixlint: {target.path}: {fixes}: {why}")
