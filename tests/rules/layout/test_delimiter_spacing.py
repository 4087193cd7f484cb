"""MX805 delimiter-spacing."""

import pytest

from tests.finding import everything, places
from tests.fixed import fixed
from tests.rules.layout.samples import CLEAN, CONFLICT, layout
from tests.rules.snippet import reported


@pytest.mark.parametrize("written", [" = ", "= ", " =", "   =\t"])
def test_blanks_around_a_delimiter_are_reported_and_dropped(written: str) -> None:
    text = CLEAN.replace("title=Do x", f"title{written}Do x")
    shape = " " * written[0].isspace() + "=" + " " * written[-1].isspace()

    assert reported(text, "MX") == [
        f"10:6-{6 + len(written)} MX805 info delimiter is {shape!r}; most keys of the file have '='"
    ]
    assert fixed(text, "MX805") == CLEAN


def test_a_key_of_one_letter_has_a_delimiter_too() -> None:
    assert layout(CLEAN.replace("=", " = ") + "a=1\n") == [(14, "MX805")]


def test_blanks_behind_the_delimiter_of_no_value_are_not_its_own() -> None:
    assert reported(CLEAN + "notes =  \n", "MX805") == [
        "14:6-8 MX805 info delimiter is ' ='; most keys of the file have '='"
    ]


def test_where_as_many_keys_have_blanks_as_not_none_is_usual() -> None:
    text = CLEAN.replace("driver.a=", "driver.a = ").replace("driver.b=", "driver.b = ")

    odd = layout(text.replace("status=", "status = "))

    assert odd == [(11, "MX805"), (12, "MX805"), (13, "MX805")]


def test_a_remark_has_no_delimiter() -> None:
    assert layout(f"# a = b\n{CLEAN}; c = d\n") == []


def test_delimiters_of_a_file_that_is_not_read_are_left_alone() -> None:
    odd = CLEAN.replace("title=Do x", "title = Do x")

    assert layout(odd) == [(10, "MX805")]
    assert layout(f"cli=x\n{odd}") == []
    assert layout(f"{odd}# \0\n") == []


def test_most_keys_say_how_delimiters_are_written() -> None:
    spaced = CLEAN.replace("=", " = ")
    text = spaced.replace("title = Do x", "title=Do x") + "cli=\nnotes =\n  n\n"

    assert everything(spaced) == []
    assert reported(text, "MX") == [
        "10:6-7 MX805 info delimiter is '='; most keys of the file have ' = '",
        "14:4-5 MX805 info delimiter is '='; most keys of the file have ' ='",
    ]
    assert fixed(text, "MX805") == spaced + "cli =\nnotes =\n  n\n"


def test_colons_and_equals_signs_are_counted_apart() -> None:
    text = CLEAN.replace("title=", "title: ")

    assert everything(text) == []
    assert layout(text.replace("title: Do", "title :Do")) == [(10, "MX805")]


def test_delimiters_may_be_aligned() -> None:
    text = CLEAN.replace("title=", "title    = ").replace("status=", "status   = ")

    assert everything(text.replace("driver.a=", "driver.a = ").replace(".b=", ".b = ")) == []


def test_delimiters_of_reported_and_unjudged_lines_are_left_alone() -> None:
    assert layout(CLEAN + CONFLICT.replace("=two", " = two").replace(" \n", "\n")) == []
    assert places(everything(CLEAN + "notes\u00a0= n\n")) == [(14, "MX704")]
    assert places(everything(CLEAN + "notes=n\n = n\n")) == []
