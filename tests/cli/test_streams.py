"""The two streams: nothing that happens to them ends in a traceback."""

import io
import os
import sys
from collections.abc import Iterator

import pytest

from matrixlint.cli.streams import is_terminal, print_bytes, print_errors, print_stderr, print_text
from matrixlint.errors import ErrorDetail, MatrixlintError


def stream(descriptor: int, encoding: str = "utf-8") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.FileIO(descriptor, "w"), encoding=encoding)


@pytest.fixture
def closed_pipe() -> Iterator[io.TextIOWrapper]:
    reading, writing = os.pipe()
    os.close(reading)
    with stream(writing) as found:
        yield found


def test_what_the_encoding_misses_is_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding="ascii"))

    print_text("ü 中 \udcff\n")

    assert buffer.getvalue() == b"\\xfc \\u4e2d \\udcff\n"


def test_bytes_stay_what_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding="ascii", newline="\r\n"))

    print_text("a\n")
    print_bytes(b"\xff\n")

    assert buffer.getvalue() == b"a\r\n\xff\n"


def test_a_stream_that_is_no_file_is_written_to(monkeypatch: pytest.MonkeyPatch) -> None:
    text = io.StringIO()
    monkeypatch.setattr(sys, "stdout", text)

    print_text("ü\n")

    assert text.getvalue() == "ü\n"


def test_a_reader_that_has_gone_is_no_trouble(
    monkeypatch: pytest.MonkeyPatch, closed_pipe: io.TextIOWrapper
) -> None:
    monkeypatch.setattr(sys, "stdout", closed_pipe)

    print_text("a\n")
    print_text("b\n")

    assert os.path.samestat(os.fstat(closed_pipe.fileno()), os.stat(os.devnull))


def test_an_output_that_takes_nothing_is_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    with stream(os.open("/dev/full", os.O_WRONLY)) as full:
        monkeypatch.setattr(sys, "stdout", full)

        with pytest.raises(MatrixlintError) as caught:
            print_text("a\n")

    expected = ErrorDetail("standard output cannot be written: no space left on device")
    assert caught.value.details == (expected,)


def test_an_output_that_was_closed_is_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)

    print_text("")
    with pytest.raises(MatrixlintError) as caught:
        print_text("a\n")

    assert caught.value.details == (ErrorDetail("there is no standard output"),)
    assert not is_terminal()


def test_nobody_need_listen_to_what_is_said(
    monkeypatch: pytest.MonkeyPatch, closed_pipe: io.TextIOWrapper
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    print_stderr("a")
    monkeypatch.setattr(sys, "stderr", closed_pipe)
    print_stderr("b")

    os.dup2(os.open(os.devnull, os.O_WRONLY), closed_pipe.fileno())


@pytest.mark.parametrize(
    ("detail", "line"),
    [
        (ErrorDetail("is odd"), "is odd"),
        (ErrorDetail("is odd", "a.ini"), "a.ini: is odd"),
        (ErrorDetail("is odd", "a.toml", 3, 5), "a.toml:3: is odd"),
        (ErrorDetail("is\nodd\x1b", "a\nb"), "a\\nb: is\\nodd\\x1b"),
    ],
)
def test_a_trouble_is_one_line(
    capsys: pytest.CaptureFixture[str], detail: ErrorDetail, line: str
) -> None:
    print_errors([detail])

    assert capsys.readouterr() == ("", f"matrixlint: error: {line}\n")
