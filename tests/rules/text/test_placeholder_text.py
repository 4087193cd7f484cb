"""MX701 placeholder-text."""

import pytest

from tests.finding import everything, places
from tests.rules.snippet import feature, named, reported
from tests.rules.text.samples import CELL, HEAD, noted, said


@pytest.mark.parametrize(
    ("text", "column", "word"),
    [
        ("TODO add more", 7, "TODO"),
        ("to do (FIXME)", 14, "FIXME"),
        ("is XXX.", 10, "XXX"),
        ("TBD", 7, "TBD"),
        ("Wtf?", 7, "Wtf"),
        ("well, Something something TODO", 13, "Something something"),
        ("it is unclear what this is", 13, "unclear what"),
        ("Unclear how", 7, "Unclear how"),
        ("mandatory (?)", 17, "(?)"),
        ("see (Add link)", 11, "(Add link)"),
        ("see (add the link)", 11, "(add the link)"),
        ("see (add a link)", 11, "(add a link)"),
    ],
)
def test_placeholders_are_reported_once_a_line(text: str, column: int, word: str) -> None:
    message = f"{word!r} stands in for a text that nobody has written yet"

    assert said(text) == [f"8:{column}-{column + len(word)} MX701 info {message}"]


@pytest.mark.parametrize(
    "text",
    [
        "todo lists and tbdb",
        "TODOs are kept",
        "driver-impl-XXX and driver.XXX and XXX-1",
        "https://example.org/TODO and TODO.txt",
        "something, something",
        "twosomething something",
        "unclear however, unclear whatever",
        "what is unclear",
        "why?",
        "MX_TODO_1",
    ],
)
def test_parts_of_words_are_no_placeholders(text: str) -> None:
    assert said(text) == []


def test_placeholders_are_looked_for_in_what_is_read_alone() -> None:
    text = HEAD.replace("title=Driver a", "title=Driver a\nlink=TODO")

    assert everything(text + feature("x", "optional", CELL)) == []


def test_placeholders_are_reported_in_names_titles_and_notes_of_drivers() -> None:
    text = (
        "[driver.a]\ntitle=TBD\n[operation.one.wtf.com]\ntitle=FIXME\nstatus=optional\n"
        "cli=TODO\ndriver.a=complete\ndriver-notes.a=one\n  XXX\n  # TODO\n"
    )

    assert named(text, "MX701") == [
        ("MX701", "title", None, "TBD"),
        ("MX701", None, None, "wtf"),
        ("MX701", "title", None, "FIXME"),
        ("MX701", "driver-notes.a", None, "XXX"),
    ]
    assert reported(text, "MX701")[1].startswith("3:16-19 ")


def test_placeholders_are_reported_in_titles_that_keys_declare() -> None:
    text = (
        "[targets]\ndriver-impl-a=TBD\n[x]\ntitle=X\nstatus=optional\ndriver-impl-a=complete\n"
        "driver-notes-a=TODO\n"
    )

    assert places(everything(text)) == [(2, "MX701"), (7, "MX701")]


def test_placeholders_are_reported_without_a_dialect() -> None:
    assert places(everything("[a]\ntitle=TBD\nother=TBD\n")) == [(1, "MX101"), (2, "MX701")]


def test_placeholders_are_not_reported_where_another_rule_has_reported_the_token() -> None:
    assert places(everything(noted("TODO 7 %"))) == [(8, "MX009")]
    assert places(everything(noted("TODO a\u00a0b"))) == [(8, "MX704")]
    header = noted("Some.").replace("[operation.x]", "[operation.TODO")
    assert places(everything(header)) == [(5, "MX004")]
