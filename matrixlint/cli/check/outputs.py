"""Where reports go: what is printed, and the files that are written beside it."""

import os
from collections.abc import Collection, Iterator
from typing import NamedTuple

from matrixlint.cli.check.options import AUTO, Options
from matrixlint.cli.streams import is_terminal
from matrixlint.errors import ErrorDetail, FileError
from matrixlint.output.formats import COMMANDS, render
from matrixlint.output.report import Report
from matrixlint.text.files import format_path

# What people read, and annotations may stand beside.
_TEXTS = ("concise", "full", "grouped")
# What GitHub takes of the summary of a step.
_MOST_BYTES = 1 << 20
_REST = b"\nThe log has the rest.\n"


class PrintedReport(NamedTuple):
    """A report as it is printed: the *text*, and the *commands* for a build server behind it."""

    text: str = ""
    commands: str = ""


def render_to_stdout(
    options: Options, formats: Collection[str | None], report: Report
) -> PrintedReport:
    """
    Return *report* as it is to be printed.

    *formats* are those that the configurations of the linted files ask for.
    """
    made = [(name in COMMANDS, render(name, report)) for name in _names(options, formats)]
    return PrintedReport(
        "".join(text for is_command, text in made if not is_command),
        "".join(text for is_command, text in made if is_command),
    )


def write_reports(
    options: Options, formats: Collection[str | None], report: Report
) -> Iterator[ErrorDetail]:
    """Write *report* into the files that the command names; yield what keeps it from one."""
    plain = report._replace(colored=False)
    read = (*options.named, *report.paths) if options.output else ()
    taken = {os.path.realpath(path) for path in read}
    if options.output:
        # Most runs write no file.
        from matrixlint.text.output_file import write_output
    for name, path in options.output:
        data = render(name, plain).encode("utf-8", "backslashreplace")
        try:
            write_output(path, data, taken)
        except FileError as error:
            yield from error.details
        taken.add(os.path.realpath(path))
    if len(_names(options, formats)) > 1 and not (options.diff or options.fix_only):
        yield from _summarize(plain)


def _names(options: Options, formats: Collection[str | None]) -> list[str]:
    # What the configurations of all files agree on holds for the one report.
    agreed = next(iter(formats)) if len(formats) == 1 else None
    asked = options.output_format or agreed
    plain = "full" if is_terminal() else "concise"
    if asked != AUTO:
        return [asked or plain]
    base = plain if agreed in (None, AUTO) else str(agreed)
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return [base]
    return [base if base in _TEXTS else plain, "github"]


def _summarize(report: Report) -> Iterator[ErrorDetail]:
    """Add a table to the summary of the job's step, where there is one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    text = f"\n### matrixlint\n\n{render('markdown', report)}"
    try:
        with open(path, "ab") as stream:
            stream.write(_cut(text.encode(), _MOST_BYTES - stream.tell()))
    except OSError as error:
        reason = f"cannot be written: {error.strerror}".lower()
        yield ErrorDetail(reason, format_path(path))


def _cut(text: bytes, most: int) -> bytes:
    """Return the lines of *text* that *most* bytes hold: GitHub refuses a larger summary."""
    if len(text) <= most:
        return text
    room = most - len(_REST)
    return text[: text.rfind(b"\n", 0, room) + 1] + _REST if room > 0 else b""
