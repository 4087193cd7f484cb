"""Comments written into the linted files, so that what they hold is silenced."""

from collections.abc import Callable, Sequence

from matrixlint.cli.home import root_of
from matrixlint.cli.work import Outcome
from matrixlint.diagnostic import Diagnostic
from matrixlint.discovery import Target
from matrixlint.errors import ErrorDetail, UsageError
from matrixlint.linter import lint
from matrixlint.silence.ignore import ignored
from matrixlint.silence.reproach import UNREASONED
from matrixlint.text.atomic_write import write_atomically
from matrixlint.text.escape import escape_control
from matrixlint.text.files import read_file
from matrixlint.text.source import Source

Mark = Callable[[Target, Sequence[Diagnostic]], list[Diagnostic]]


def silenced(target: Target, reason: str, mark: Mark) -> Outcome:
    """Write into *target* the comments that silence what *mark* leaves of its findings."""
    settings = target.settings
    if settings.require_suppression_reason and UNREASONED in settings.codes and not reason:
        message = "suppressions must give a reason here; expected --add-ignores=REASON"
        raise UsageError(ErrorDetail(message, target.path))

    def live(rows: list[Diagnostic]) -> list[Diagnostic]:
        return [row for row in mark(target, rows) if row.suppressed is None]

    data = read_file(target.location)
    written = ignored(target.path, data, settings, reason, live)
    write_atomically(target.location, written, data, root_of(target))
    source = Source.from_bytes(target.path, written)
    remark = escape_control(f"matrixlint: {target.path}: comments were written")
    return Outcome(
        lint(source, settings),
        lines=source.lines,
        remarks=[remark] if written != data else [],
        is_linted=True,
    )
