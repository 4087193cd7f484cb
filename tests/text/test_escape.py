"""Foreign text is printed so that all of it shows and none of it acts."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from matrixlint.text.escape import (
    escape_commands,
    escape_control,
    escape_line,
    escape_line_start,
    measure_width,
    replace_surrogates,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("driver.kvm=complete", "driver.kvm=complete"),
        ("", ""),
        ("ünï 中文", "ünï 中文"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\0b\x7fc\x85d", "a\\x00b\\x7fc\\x85d"),
        ("a\nb\rc\td", "a\\nb\\rc\\td"),
        ("\u202eevil\u2066", "\\u202eevil\\u2066"),
        ("a\xa0b\u200bc\u2028d\xade", "a\\xa0b\\u200bc\\u2028d\\xade"),
        ("broken \udcff", "broken \\udcff"),
        ("\U000e0041", "\\U000e0041"),
        ("a ##vso[b] ##[c]", "a #\\x23vso[b] #\\x23[c]"),
        ("###teamcity[a\n", "##\\x23teamcity[a\\n"),
        ("## a [b] ## ##a-[", "## a [b] ## ##a-["),
    ],
)
def test_what_does_not_show_is_escaped(text: str, expected: str) -> None:
    assert escape_control(text) == expected


@given(st.text())
def test_every_text_becomes_printable_and_stays_so(text: str) -> None:
    assert escape_control(text).isprintable()
    assert escape_control(escape_control(text)) == escape_control(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_what_shows_is_left_alone(text: str) -> None:
    assume(escape_commands(text) == text)
    assert escape_control(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\tkey", "    key"),
        ("key\t=\tx", "key =   x"),
        ("four\t", "four    "),
        ("中\tx", "中  x"),
        ("\x00\tx", "\\x00    x"),
    ],
)
def test_tabs_become_blanks_up_to_the_next_stop(text: str, expected: str) -> None:
    assert escape_line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("中文", 4),
        ("\uff21\uff22", 4),
        ("a\ufe0f", 1),
    ],
)
def test_width_counts_columns_of_a_terminal(text: str, expected: int) -> None:
    assert measure_width(text) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("doc/a.ini", "doc/a.ini"),
        ("a::b.ini", "a::b.ini"),
        ("::error::a\n", "./::error::a\\n"),
        (" ::error::a", "./ ::error::a"),
    ],
)
def test_no_path_begins_a_line_as_a_command(path: str, expected: str) -> None:
    assert escape_line_start(path) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("a ::error::b\n:: ::\n::\n", "a ::error::b\n:: ::\n::\n"),
        ("::error::b", "\\x3a:error::b"),
        ("a\n \t::set-output name=b::c\n", "a\n \t\\x3a:set-output name=b::c\n"),
        ("\x1b[1m::error::b\x1b[0m", "\x1b[1m\\x3a:error::b\x1b[0m"),
        ("\n\n\n::a\r\n\r\n::b", "\n\n\n\\x3a:a\r\n\r\n\\x3a:b"),
        (
            "a\r::b\v::c\f::d\x85::e\u2028::f",
            "a\r\\x3a:b\v\\x3a:c\f\\x3a:d\x85\\x3a:e\u2028\\x3a:f",
        ),
        ("a ##vso[b]\n##[c] ##teamcity[d]", "a #\\x23vso[b]\n#\\x23[c] #\\x23teamcity[d]"),
    ],
)
def test_no_line_is_a_command(text: str, expected: str) -> None:
    assert escape_commands(text) == expected
    assert escape_commands(escape_commands(text)) == escape_commands(text)


def test_a_command_is_broken_as_the_notation_writes_a_character() -> None:
    text = "::a ##[b"

    assert escape_commands(text, "&#{};") == "&#58;:a #&#35;[b"
    assert escape_commands(text, "\\u{:04x}") == "\\u003a:a #\\u0023[b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\n\x1b\u202eü", "a\n\x1b\u202eü"), ("a\udcff\ud800", "a\\udcff\\ud800")],
)
def test_only_lone_surrogates_are_unsound(text: str, expected: str) -> None:
    assert replace_surrogates(text) == expected
