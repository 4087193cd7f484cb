"""MX706 url-run-on."""

import pytest

from tests.finding import everything, places
from tests.rules.snippet import feature, named, reported
from tests.rules.text.samples import CELL, noted, said


@pytest.mark.parametrize("final", [".", ",", ")"])
def test_punctuation_that_the_link_takes_is_reported(final: str) -> None:
    url = f"https://example.org/a{final}"
    message = f"link {url!r} takes the final {final!r} with it"

    assert said(f"See {url} for more") == [f"8:11-{11 + len(url)} MX706 warning {message}"]
    assert named(noted(f"See {url}"), "MX") == [("MX706", "notes", None, url)]


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/a",
        "See https://example.org/a_(b) and http://example.org/; so",
        "See http://... for more",
        "See ftp://example.org/a. And more",
    ],
)
def test_links_that_end_where_they_should_are_not_reported(text: str) -> None:
    assert said(text) == []


def test_links_that_run_on_are_reported() -> None:
    text = noted("See https://example.org/a,", "# remark", "http://b.org/.", "", "http://c.org/")
    runs = "runs on into the next line, up to the next blank"

    assert reported(text, "MX706") == [
        f"8:11-33 MX706 warning link 'https://example.org/a,' {runs}",
        f"10:3-17 MX706 warning link 'http://b.org/.' {runs}",
    ]


@pytest.mark.parametrize(
    "between", ["", "  ", "\n", "\n\n", "\n; remark", "\n# remark", "\n  # remark"]
)
def test_links_run_on_whatever_stands_between(between: str) -> None:
    text = noted("See https://example.org/a", "for").replace("/a", f"/a{between}")

    assert [diagnostic.line for diagnostic in everything(text) if diagnostic.code == "MX706"] == [8]


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", ">>>>>>> x"])
def test_links_run_on_behind_a_marker_that_is_taken_out(marker: str) -> None:
    text = noted("See https://example.org/a", "for").replace("  for", f"{marker}\n  for")

    assert places(everything(text)) == [(8, "MX706"), (9, "MX007")]


def test_links_within_a_line_do_not_run_on() -> None:
    text = noted("See https://example.org/a for", "https://example.org/b", "so")

    assert places(everything(text)) == [(9, "MX706")]


def test_links_run_on_in_a_file_with_a_line_that_is_nothing() -> None:
    text = noted("See https://example.org/a", "for") + "stray words\n"

    assert places(everything(text)) == [(8, "MX706"), (11, "MX001")]


def test_links_are_looked_at_where_the_page_has_them() -> None:
    url = "https://example.org/a."
    text = noted("x") + f"cli={url}\napi={url}\ndriver-notes.a={url}\n"

    assert places(everything(text.replace("title=Do x", f"title={url}"))) == [(12, "MX706")]
    assert places(everything(text.replace("[operation.x]", "[x]"))) == [(5, "MX204")]


def test_links_are_not_looked_at_where_the_name_is_not_known() -> None:
    text = noted("https://example.org/a.").replace("[operation.x]", "[]")

    assert places(everything(text)) == [(5, "MX001")]


def test_links_are_not_looked_at_in_other_dialects() -> None:
    text = (
        "[targets]\ndriver-impl-a=A\n[x]\ntitle=X\nstatus=optional\ndriver-impl-a=complete\n"
        "notes=https://example.org/a.\n"
    )

    assert everything(text) == []
    assert everything(text.replace("[targets]", "[wurst]"))[0].code == "MX101"


def test_links_are_looked_at_in_notes_whose_keys_are_misspelt() -> None:
    text = noted("x").replace("notes=x", "note=https://example.org/a.")
    stray = noted("x") + "driver-notes.aa=https://example.org/a.\n"

    assert places(everything(text)) == [(8, "MX203"), (8, "MX706")]
    assert places(everything(stray)) == [(10, "MX404"), (10, "MX706")]


def test_links_in_defaults_are_reported_there() -> None:
    text = noted("x").replace("notes=x\n", "")
    default = "[DEFAULT]\nnotes=https://example.org/a.\n"

    assert places(everything(default + text)) == [(1, "MX010"), (2, "MX706")]
    unrendered = default + text.replace("[operation.x]", "[x]")
    assert places(everything(unrendered)) == [(1, "MX010"), (7, "MX204")]


def test_links_are_looked_at_beside_a_feature_without_notes() -> None:
    text = noted("https://example.org/a.") + feature("y", "optional", CELL)

    assert places(everything(text)) == [(8, "MX706")]


def test_links_that_lead_nowhere_are_reported_as_such_only() -> None:
    assert places(everything(noted("http://a]b.org/. x http://, x"))) == [
        (8, "MX702"),
        (8, "MX702"),
    ]
    assert places(everything(noted("https://example.org/. a\u00a0b"))) == [(8, "MX704")]
