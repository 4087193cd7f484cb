"""Fixes made in the linted files, or shown as the change that they would be."""

from collections.abc import Callable, Iterator, Sequence

from matrixlint.cli.home import root_of
from matrixlint.cli.work import Fixing, Outcome
from matrixlint.diagnostic import Diagnostic
from matrixlint.discovery import Target
from matrixlint.error import FileError
from matrixlint.file import read
from matrixlint.fixer import Fixed, fixed
from matrixlint.linter import verdict
from matrixlint.patch import Copy
from matrixlint.report.printable import printable
from matrixlint.source import Source
from matrixlint.unified import unified
from matrixlint.writing import write

Mark = Callable[[Target, Sequence[Diagnostic]], list[Diagnostic]]


def mended(target: Target, fixing: Fixing, mark: Mark) -> Outcome:
    """
    Make the fixes of what *mark* leaves of the findings in *target*.

    A file that cannot be written is told with its findings as they were.
    """
    data = read(target.location) if target.data is None else target.data

    def live(rows: list[Diagnostic]) -> list[Diagnostic]:
        return [row for row in mark(target, rows) if row.suppressed is None]

    done = fixed(target.path, data, target.settings, live, unsafe=fixing.unsafe)
    try:
        if target.data is None and not fixing.is_shown:
            write(target.location, done.copy.data, data, root_of(target))
    except FileError as error:
        return _unwritten(target, data, error)
    diff = unified(target.path, Copy.of(data), done.copy) if fixing.is_shown else b""
    return Outcome(
        done.verdict.rows,
        done.verdict.troubles,
        lines=Source.from_bytes(target.path, done.copy.data).lines,
        remarks=list(_remarks(target, done)),
        is_linted=True,
        fixes=done.made,
        diff=diff,
        text=None if target.data is None else done.copy.data,
    )


def _unwritten(target: Target, data: bytes, error: FileError) -> Outcome:
    source = Source.from_bytes(target.path, data)
    found = verdict(source, target.settings)
    troubles = [*found.troubles, *error.troubles]
    return Outcome(found.rows, troubles, lines=source.lines, is_linted=True)


def _remarks(target: Target, done: Fixed) -> Iterator[str]:
    for row, reason in done.refusals:
        place = f"{target.path}:{row.line}"
        yield printable(f"matrixlint: {place}: fix of {row.code} not made: {reason}")
    if done.waiting:
        count = len(done.waiting)
        fixes = "1 fix waits" if count == 1 else f"{count} fixes wait"
        why = "faults of syntax are to be mended first"
        yield printable(f"matrixlint: {target.path}: {fixes}: {why}")
