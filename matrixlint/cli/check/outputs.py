"""Render reports for the standard output, and write them into files."""

import os
from collections.abc import Collection, Iterator

from matrixlint.cli.check.options import AUTO, Options
from matrixlint.cli.streams import is_terminal
from matrixlint.errors import ErrorDetail, FileError
from matrixlint.output.formats import COMMANDS, render
from matrixlint.output.report import Report
from matrixlint.text.files import format_path

# Formats for people, which may be combined with annotations.
_TEXTS = ("concise", "full", "grouped")
# Maximum size of the summary of a step on GitHub.
_MAX_SUMMARY_BYTES = 1 << 20
_REST = b"\nThe log has the rest.\n"


class PrintedReport:
    """Printed report: the *text*, and the *commands* for a build server after it."""

    __slots__ = ("commands", "text")

    def __init__(
        self,
        text: str = "",
        commands: str = "",
    ) -> None:
        self.text = text
        self.commands = commands


def render_to_stdout(
    options: Options, formats: Collection[str | None], report: Report
) -> PrintedReport:
    """
    Render *report* for the standard output.

    *formats* are the output formats in the configurations of the linted files.
    """
    rendered = [
        (name in COMMANDS, _render(name, report)) for name in _choose_formats(options, formats)
    ]
    return PrintedReport(
        "".join(text for is_command, text in rendered if not is_command),
        "".join(text for is_command, text in rendered if is_command),
    )


def _render(name: str, report: Report) -> str:
    # The formats for people print diagnostics only: a clean run imports none.
    return "" if name in _TEXTS and not report.diagnostics else render(name, report)


def write_reports(
    options: Options, formats: Collection[str | None], report: Report
) -> Iterator[ErrorDetail]:
    """Write *report* into the files of --output; yield the errors."""
    plain = report._replace(colored=False)
    read = (*options.paths, *report.paths) if options.output else ()
    taken = {os.path.realpath(path) for path in read}
    if options.output:
        # Imported late: most runs write no file.
        from matrixlint.text.output_file import write_output
    for name, path in ((each.name, each.path) for each in options.output):
        data = render(name, plain).encode("utf-8", "backslashreplace")
        try:
            write_output(path, data, taken)
        except FileError as error:
            yield from error.details
        taken.add(os.path.realpath(path))
    if len(_choose_formats(options, formats)) > 1 and not (options.diff or options.fix_only):
        yield from _write_job_summary(plain)


def _choose_formats(options: Options, formats: Collection[str | None]) -> list[str]:
    # The configured format counts if the configurations of all files agree.
    agreed = next(iter(formats)) if len(formats) == 1 else None
    requested = options.output_format or agreed
    plain = "full" if is_terminal() else "concise"
    if requested != AUTO:
        return [requested or plain]
    base = plain if agreed in (None, AUTO) else str(agreed)
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return [base]
    return [base if base in _TEXTS else plain, "github"]


def _write_job_summary(report: Report) -> Iterator[ErrorDetail]:
    """Add a table to the summary of the job's step, if there is one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    text = f"\n### matrixlint\n\n{render('markdown', report)}"
    try:
        with open(path, "ab") as stream:
            stream.write(_truncate(text.encode(), _MAX_SUMMARY_BYTES - stream.tell()))
    except OSError as error:
        reason = f"cannot be written: {error.strerror}".lower()
        yield ErrorDetail(reason, format_path(path))


def _truncate(text: bytes, limit: int) -> bytes:
    """Return the lines of *text* that fit into *limit* bytes: GitHub rejects more."""
    if len(text) <= limit:
        return text
    room = limit - len(_REST)
    return text[: text.rfind(b"\n", 0, room) + 1] + _REST if room > 0 else b""
