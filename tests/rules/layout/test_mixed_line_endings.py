"""MX803 mixed-line-endings."""

from tests.fixed import fixed
from tests.rules.layout.samples import CLEAN, layout
from tests.rules.snippet import reported


def test_odd_line_ends_are_reported_once_and_fixed() -> None:
    text = CLEAN.replace("title=Do x\n", "title=Do x\r\n").replace("missing\n", "missing\r")

    assert reported(text, "MX") == [
        "10:11-11 MX803 info line ends with CRLF, 11 of 13 lines with LF"
    ]
    assert fixed(text, "MX803") == CLEAN


def test_most_lines_say_how_lines_end() -> None:
    windows = CLEAN.replace("\n", "\r\n")
    text = windows.replace("title=Do x\r\n", "title=Do x\n")

    assert reported(text, "MX") == [
        "10:11-11 MX803 info line ends with LF, 12 of 13 lines with CRLF"
    ]
    assert fixed(text, "MX803") == windows


def test_first_line_says_it_where_there_are_as_many() -> None:
    text = CLEAN.removesuffix("driver.b=missing\n").replace("\n", "\r\n", 6)

    assert layout(text) == [(7, "MX803")]
    assert fixed(text, "MX803") == text.replace("\r", "").replace("\n", "\r\n")
