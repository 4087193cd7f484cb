"""What holds of a file whatever bytes are in it, and the error that says what does not."""

import io
import re
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from typing import NamedTuple
from zlib import crc32

from matrixlint import Diagnostic
from matrixlint.cli import main
from matrixlint.config.settings import Settings
from matrixlint.linter.lint import lint_or_raise
from matrixlint.output.formats import FORMATS
from matrixlint.text.source import Source
from tests.finding import outside, shifted
from tests.fixes.fixing import EVERYTHING, done, live

PATH = "support-matrix.ini"
HEADER = re.compile(r"\[[^][]+\]")
INSERTED = ("", "# a remark", "; title=none")


class BrokenPromiseError(AssertionError):
    """A promise that does not hold."""


class Answer(NamedTuple):
    """What the command answered."""

    status: int
    out: str
    err: str


def hold(data: bytes) -> None:
    """Raise BrokenPromiseError, or whatever was raised, where a promise does not hold of *data*."""
    for promise in PROMISES:
        promise(data)


def found(data: bytes) -> list[Diagnostic]:
    """Return what all rules say of *data*."""
    return live(lint_or_raise(Source.from_bytes(PATH, data), EVERYTHING))


def boundaries(text: str) -> list[int]:
    """Return the indexes of complete headers that no suppression stands above."""
    lines = text.split("\n")
    return [
        at
        for at, line in enumerate(lines)
        if at
        and HEADER.fullmatch(line)
        and "matrixlint:" not in "".join(lines[max(0, at - 1) : at])
    ]


def with_line(text: str, at: int, line: str) -> str:
    """Return *text*, whose lines end at LF, with *line* before the line of index *at*."""
    lines = text.split("\n")
    return "\n".join([*lines[:at], line, *lines[at:]])


def answer(data: bytes, *words: str) -> Answer:
    """Return what the command says of *data* on its standard input."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(data))
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = main(["--isolated", *words, "-"])
    finally:
        sys.stdin = before
    texts = []
    for stream in (out, err):
        stream.seek(0)
        texts.append(stream.read())
    return Answer(status, *texts)


def it_is_the_same_twice(data: bytes) -> None:
    if found(data) != found(data):
        raise BrokenPromiseError("two runs differ")


def every_place_exists(data: bytes) -> None:
    if spans := outside(found(data), Source.from_bytes(PATH, data).text):
        raise BrokenPromiseError(f"outside of the file: {spans}")


def ends_of_lines_change_nothing(data: bytes) -> None:
    if b"\r" in data or data.startswith(b"\xef\xbb\xbf"):
        return
    copies = [data, data.replace(b"\n", b"\r\n"), data.replace(b"\n", b"\r")]
    # What begins with many NULs is not read, and line ends count among what it begins with.
    if any(Source.from_bytes(PATH, copy).encoding for copy in copies):
        return
    unix, *others = map(found, copies)
    if others != [unix, unix]:
        raise BrokenPromiseError("CRLF or CR give other answers than LF")


def a_line_between_sections_shifts(data: bytes) -> None:
    source = Source.from_bytes(PATH, data)
    if b"\r" in data or source.encoding or source.has_bom or source.illegal_characters:
        return
    text = source.text
    if not (starts := boundaries(text)):
        return
    at = starts[crc32(data) % len(starts)]
    line = INSERTED[crc32(data) % len(INSERTED)]
    moved = [shifted(diagnostic, at) for diagnostic in found(data)]
    if found(with_line(text, at, line).encode()) != moved:
        raise BrokenPromiseError(f"{line!r} before line {at + 1} changes more than lines")


def fixes_come_to_rest(data: bytes) -> None:
    for unsafe in (False, True):
        fixed = done(data, unsafe=unsafe).copy.data
        if done(fixed, unsafe=unsafe).copy.data != fixed:
            raise BrokenPromiseError(f"fixes go on: unsafe={unsafe}")


def the_command_keeps_its_contract(data: bytes) -> None:
    diagnostics = live(lint_or_raise(Source.from_bytes("<stdin>", data), Settings()))
    limit = Settings().fail_on
    name = FORMATS[crc32(data) % len(FORMATS)]
    status, out, err = answer(data, f"--output-format={name}")
    fails = limit is not None and any(
        diagnostic.severity.reaches(limit) for diagnostic in diagnostics
    )
    if status != int(fails):
        raise BrokenPromiseError(f"exit status {status} of {name}, expected {int(fails)}: {err}")
    if odd := [line for line in (out + err).split("\n") if not line.isprintable()]:
        raise BrokenPromiseError(f"{name} prints what steers a terminal: {odd[0]!r}")


PROMISES: tuple[Callable[[bytes], None], ...] = (
    it_is_the_same_twice,
    every_place_exists,
    ends_of_lines_change_nothing,
    a_line_between_sections_shifts,
    fixes_come_to_rest,
    the_command_keeps_its_contract,
)
