"""Add suppression comments for the findings of a file to the file."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from matrixlint.config.settings import Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail, FileError, UsageError
from matrixlint.linter.discovery import Target
from matrixlint.linter.lint import lint_or_raise, parse_matrix
from matrixlint.linter.result import FileResult, MarkKnown
from matrixlint.linter.suppression.check import UNREASONED
from matrixlint.linter.suppression.match import OWN
from matrixlint.linter.target_paths import find_target_root
from matrixlint.syntax.document import Document, is_blank_or_comment
from matrixlint.syntax.suppression_comments import (
    IGNORE,
    IGNORE_FILE,
    SuppressionComment,
    parse_suppressions,
)
from matrixlint.text.atomic_write import write_atomically
from matrixlint.text.edited_text import EditedText
from matrixlint.text.escape import escape_control
from matrixlint.text.files import read_file
from matrixlint.text.source import Source

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_MAX_ATTEMPTS = 3

# Returns those of a file's diagnostics that neither a comment nor a baseline suppresses.
FindActive = Callable[[list[Diagnostic]], list[Diagnostic]]


class Plan(NamedTuple):
    """Codes to suppress: by line (1-based) of the comment's target, and for the file."""

    above: Mapping[int, Collection[str]]
    whole: Collection[str]


def add_suppressions(
    path: str, data: bytes, settings: Settings, reason: str, find_active: FindActive
) -> bytes:
    """
    Return *data* with comments that suppress its active findings.

    *data* is the content of the file at *path*. *find_active* returns the active ones of a
    list of diagnostics. A comment is above each key or header with findings, and gives
    *reason* unless it is empty. Findings that such a comment does not cover are suppressed at
    the top, for the whole file. Raise FileError if the file is not UTF-8 or comments cannot
    suppress a finding.
    """
    source = Source.from_bytes(path, data)
    diagnostics = find_active(lint_or_raise(source, settings))
    if not diagnostics:
        return data
    if source.encoding:
        message = f"is {source.encoding}: no comment can be written into it"
        raise FileError(ErrorDetail(message, path))
    document = parse_matrix(source, settings).document
    whole = {
        diagnostic.code
        for diagnostic in diagnostics
        if diagnostic.line == 1 and diagnostic.section is diagnostic.key is None
    }
    for _ in range(_MAX_ATTEMPTS):
        written = _write_comments(data, document, _make_plan(diagnostics, whole, document), reason)
        left = find_active(lint_or_raise(Source.from_bytes(path, written), settings))
        if not left:
            return written
        # A comment that suppresses nothing is reported too.
        missed = {diagnostic.code for diagnostic in left}
        whole |= {code for code in missed if not code.startswith(OWN)} or missed
    codes = ", ".join(sorted({diagnostic.code for diagnostic in left}))
    raise FileError(ErrorDetail(f"comments do not silence {codes}; nothing was written", path))


def _make_plan(
    diagnostics: Iterable[Diagnostic], whole: Collection[str], document: Document
) -> Plan:
    starts = _find_key_lines(document.lines)
    above: dict[int, set[str]] = {}
    for diagnostic in diagnostics:
        if diagnostic.code not in whole:
            above.setdefault(starts[diagnostic.line - 1], set()).add(diagnostic.code)
    return Plan(above, whole)


def _find_key_lines(lines: Sequence[str]) -> list[int]:
    """Return for each of *lines* the line (1-based) on which its key begins."""
    found = []
    start = 0
    for number, line in enumerate(lines, 1):
        if is_blank_or_comment(line):
            found.append(number)
            continue
        if not line[0].isspace():
            start = number
        found.append(start or number)
    return found


def _write_comments(data: bytes, document: Document, plan: Plan, reason: str) -> bytes:
    mark = EditedText.from_bytes(data).bom.encode()
    lines = _LINE.findall(data.removeprefix(mark))
    extensible = _find_extensible(document, reason)
    comments_above = _find_comments_above(document.lines, extensible)
    added: dict[int, set[str]] = {}
    inserted: dict[int, bytes] = {}
    for line, codes in plan.above.items():
        if comments_above[line - 1]:
            added.setdefault(comments_above[line - 1], set()).update(codes)
        else:
            inserted[line] = _format_comment(IGNORE, codes, reason, _find_line_end(line, lines))
    top = next((line for line, each in extensible.items() if each.is_whole), None)
    if plan.whole and top:
        added[top] = set(plan.whole)
    elif plan.whole:
        above = _format_comment(IGNORE_FILE, plan.whole, reason, _find_line_end(1, lines))
        inserted[1] = above + inserted.get(1, b"")
    for line, codes in added.items():
        lines[line - 1] = _extend_comment(lines[line - 1].decode(), extensible[line], codes)
    parts = [inserted.get(at, b"") + line for at, line in enumerate([*lines, b""], 1)]
    return mark + b"".join(parts)


def _find_extensible(document: Document, reason: str) -> dict[int, SuppressionComment]:
    """Return the suppressions with the same *reason*, by line (1-based)."""
    # A line that is not UTF-8 cannot be written back unchanged.
    known = [] if document.source.illegal_characters else parse_suppressions(document)
    return {
        each.span.line: each
        for each in known
        if each.inside and each.error is None and each.reason == reason
    }


def _find_comments_above(
    lines: Sequence[str], extensible: Mapping[int, SuppressionComment]
) -> list[int]:
    """Return for each of *lines* the line of the comment directly above it, or 0."""
    found = []
    comment_line = 0
    for number, line in enumerate(lines, 1):
        found.append(comment_line)
        if number in extensible and not extensible[number].is_whole:
            comment_line = number
        elif not is_blank_or_comment(line):
            comment_line = 0
    return found


def _extend_comment(text: str, suppression: SuppressionComment, codes: Collection[str]) -> bytes:
    _, start, _, end = suppression.inside or suppression.span
    words = dict.fromkeys([*(name.text for name in suppression.rules), *sorted(codes)])
    return f"{text[: start - 1]}{', '.join(words)}{text[end - 1 :]}".encode()


def _format_comment(word: str, codes: Collection[str], reason: str, end: bytes) -> bytes:
    why = f" -- {reason}" if reason else ""
    return f"# matrixlint: {word}[{', '.join(sorted(codes))}]{why}".encode() + end


def _find_line_end(line: int, lines: Sequence[bytes]) -> bytes:
    """Return the line end of *line* (1-based), or of the line above it."""
    candidates = (*lines[line - 1 : line], *lines[max(line - 2, 0) : line - 1])
    ends = (each[len(each.rstrip(b"\r\n")) :] for each in candidates)
    return next(filter(None, ends), b"\n")


def suppress_file(target: Target, mark: MarkKnown, *, reason: str) -> FileResult:
    """Write comments into *target* for findings that *mark* leaves unsuppressed."""
    settings = target.settings
    if settings.require_suppression_reason and UNREASONED in settings.codes and not reason:
        message = "suppressions must give a reason here; expected --add-ignores=REASON"
        raise UsageError(ErrorDetail(message, target.path))

    def find_active(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        return [
            diagnostic for diagnostic in mark(target, diagnostics) if diagnostic.suppressed is None
        ]

    data = read_file(target.location)
    written = add_suppressions(target.path, data, settings, reason, find_active)
    write_atomically(target.location, written, data, find_target_root(target))
    source = Source.from_bytes(target.path, written)
    notice = escape_control(f"matrixlint: {target.path}: comments were written")
    return FileResult(
        lint_or_raise(source, settings),
        lines=source.lines,
        notices=[notice] if written != data else [],
        is_linted=True,
    )
