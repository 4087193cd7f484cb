"""Comments written into the linted files, so that what they hold is silenced."""

from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail, UsageError
from matrixlint.linter.discovery import Target
from matrixlint.linter.lint import lint_or_raise
from matrixlint.linter.result import FileResult, MarkKnown
from matrixlint.linter.suppression.check import UNREASONED
from matrixlint.linter.target_paths import find_target_root
from matrixlint.silence.ignore import ignored
from matrixlint.text.atomic_write import write_atomically
from matrixlint.text.escape import escape_control
from matrixlint.text.files import read_file
from matrixlint.text.source import Source


def silenced(target: Target, mark: MarkKnown, *, reason: str) -> FileResult:
    """Write into *target* the comments that silence what *mark* leaves of its findings."""
    settings = target.settings
    if settings.require_suppression_reason and UNREASONED in settings.codes and not reason:
        message = "suppressions must give a reason here; expected --add-ignores=REASON"
        raise UsageError(ErrorDetail(message, target.path))

    def live(rows: list[Diagnostic]) -> list[Diagnostic]:
        return [row for row in mark(target, rows) if row.suppressed is None]

    data = read_file(target.location)
    written = ignored(target.path, data, settings, reason, live)
    write_atomically(target.location, written, data, find_target_root(target))
    source = Source.from_bytes(target.path, written)
    remark = escape_control(f"matrixlint: {target.path}: comments were written")
    return FileResult(
        lint_or_raise(source, settings),
        lines=source.lines,
        remarks=[remark] if written != data else [],
        is_linted=True,
    )
