"""MX705 quoted-value."""

import pytest

from tests.finding import everything, places
from tests.fixed import fixed
from tests.rules.snippet import feature, reported
from tests.rules.text.samples import CELL, HEAD, noted, said


@pytest.mark.parametrize("value", ['"Do x"', '"D"', "'Do x'", "'Don't do x'", "\"Do 'x'\""])
def test_values_in_quotes_are_reported_and_fixed(value: str) -> None:
    text = HEAD + feature("x", "optional", CELL)
    odd = text.replace("title=Do x", f"title={value}")

    assert reported(odd, "MX") == [
        "6:1-6 MX705 warning value of 'title' is in quotes, and the page shows them"
    ]
    assert fixed(odd, "MX705") == text.replace("Do x", value[1:-1])


@pytest.mark.parametrize(
    "value",
    [
        "Z some\n  'words' OZ",
        *('"" b"', '"a ""'),
        *('"a" and "b"', "'a' or 'b'", "'the drivers' own'", '"a', "'", '"', '"a" b'),
        *("\u201ca\u201d", "`a`", "a 'b'", "\"a'"),
    ],
)
def test_quotes_that_belong_to_the_text_are_not_reported(value: str) -> None:
    assert said(value) == []


def test_quotes_in_a_section_of_unknown_name_are_reported() -> None:
    text = noted('"Some"').replace("[operation.x]", "[]")

    assert places(everything(text)) == [(5, "MX001"), (8, "MX705")]


def test_quotes_over_several_lines_are_dropped_at_both_ends() -> None:
    text = noted('"one', "two", '3"')

    assert places(everything(text)) == [(8, "MX705")]
    assert fixed(text, "MX705") == noted("one", "two", "3")


@pytest.mark.parametrize("value", ['""', "\n  '# one'", '"one\n  "'])
def test_quotes_are_not_dropped_where_that_may_change_the_meaning(value: str) -> None:
    (found,) = everything(noted("x").replace("notes=x", f"notes={value}"))

    assert (found.line, found.code, found.fix) == (8, "MX705", None)


def test_quotes_around_words_that_are_compared_are_reported_as_unknown_words() -> None:
    text = HEAD + feature("x", '"optional"', 'driver.a="complete"')

    assert places(everything(text)) == [(7, "MX301"), (8, "MX401")]


def test_quotes_are_reported_where_keys_declare_titles() -> None:
    text = (
        '[targets]\ndriver-impl-a="A"\n[x]\ntitle=X\nstatus=optional\ndriver-impl-a=complete\n'
        'driver-notes-a="n"\n'
    )

    assert places(everything(text)) == [(2, "MX705"), (7, "MX705")]


def test_quotes_are_reported_among_grades_and_without_a_dialect() -> None:
    grades = (
        '[backends]\nbackend-impl-a="A"\n[backends.backend-impl-a]\nstatus=good\nnotes="n"\n'
        "[grades]\nvalid-grades=good\n[grades.good]\ntitle='G'\n"
    )

    assert places(everything(grades)) == [(2, "MX705"), (5, "MX705"), (9, "MX705")]
    assert places(everything("[a]\nb='c'\n")) == [(1, "MX101"), (2, "MX705")]


def test_quotes_are_not_reported_where_the_value_is_not_known() -> None:
    assert places(everything(noted('"7 %"'))) == [(8, "MX009")]
    assert places(everything(noted('"a\u00a0b"'))) == [(8, "MX704")]
