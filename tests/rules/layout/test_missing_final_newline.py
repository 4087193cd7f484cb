"""MX802 missing-final-newline."""

import pytest

from tests.finding import everything
from tests.fixed import fixed
from tests.rules.layout.samples import CLEAN, layout
from tests.rules.snippet import reported


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_last_line_without_an_end_is_reported_and_ended(end: str) -> None:
    text = CLEAN.replace("\n", end)

    assert reported(text.removesuffix(end), "MX") == [
        "13:17-17 MX802 info the last line has no line end"
    ]
    assert fixed(text.removesuffix(end), "MX802") == text


def test_blanks_behind_the_last_line_are_reported_as_blanks() -> None:
    assert layout(CLEAN + "  ") == [(14, "MX801")]
    assert fixed(CLEAN + "  ", "MX8") == CLEAN


def test_the_last_line_of_a_file_that_is_not_read_is_left_alone() -> None:
    assert layout("cli=x\n" + CLEAN.rstrip("\n")) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (CLEAN.rstrip("\n"), "end the last line"),
        (CLEAN.replace("\n", "\r\n", 1), "end all lines with LF"),
        (CLEAN.replace("\n", "\r").replace("\r", "\n", 1), "end all lines with CR"),
    ],
)
def test_fixes_of_line_ends_say_what_they_do(text: str, title: str) -> None:
    assert [each.fix.title for each in everything(text) if each.fix] == [title]
