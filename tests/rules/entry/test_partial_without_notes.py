"""MX406 partial-without-notes."""

import pytest

from tests.finding import everything, places
from tests.rules.entry.samples import drivers, in_target, with_level
from tests.rules.snippet import check, declared, feature, reported


@pytest.mark.parametrize(
    "note", ["driver-notes.a=Why.", "driver-notes.a=\n  Why.", "driver-notes.a=%(title)s"]
)
def test_partial_with_a_note_is_no_finding(note: str) -> None:
    assert reported(with_level(f"partial\n{note}"), "MX") == []


@pytest.mark.parametrize(
    "note", ["", "\ndriver-notes.a=", "\ndriver-notes.a=\n\n# remark", "\nnotes=Because."]
)
def test_partial_without_a_note_is_reported_at_its_entry(note: str) -> None:
    assert reported(with_level(f"partial{note}"), "MX") == [
        "7:10-17 MX406 warning driver 'a' is 'partial' without a note that says what is lacking",
        "= expected 'driver-notes.a=...'",
    ]


def test_note_may_stand_below_the_level_where_its_key_is_lost() -> None:
    assert places(everything(with_level("partial\n  Because it is so."))) == [(8, "MX401")]


def test_note_may_stand_before_its_entry() -> None:
    text = declared("a") + feature("one", "optional", "driver-notes.a=Why.", "driver.a=partial")

    assert reported(text, "MX") == []


def test_broken_section_may_have_lost_its_note() -> None:
    check("""
        [driver.a]
        title=A

        [operation.one]
        title=One
        status=optional
        driver.a=partial
        #> MX001
        driver-notes.a
    """)


def test_illegible_note_is_none_that_is_missing() -> None:
    assert places(everything(with_level("partial\ndriver-notes.a=\x07"))) == [(8, "MX005")]


def test_hint_for_a_bare_entry_says_where_notes_are_shown() -> None:
    assert reported(in_target("a=partial", "driver-impl-b=partial:queens"), "MX") == [
        "12:3-10 MX406 warning driver 'a' is 'partial' without a note that says what is lacking",
        "= expected 'driver-notes-a=...', which is shown beside 'driver-impl-a' only",
        "13:15-29 MX406 warning driver 'b' is 'partial' without a note that says what is lacking",
        "= expected 'driver-notes-b=...'",
    ]


def test_bare_key_is_reported_as_a_field_elsewhere_and_read_as_an_entry() -> None:
    lines = ("a=partial", "b=complete", "driver-notes.b=Why.")
    text = drivers("a", "b") + feature("one", "optional", *lines)

    assert reported(text, "MX4") == [
        "16:3-10 MX406 warning driver 'a' is 'partial' without a note that says what is lacking",
        "= expected 'driver-notes.a=...'",
    ]
    assert places(everything(text)) == [(16, "MX203"), (16, "MX406"), (17, "MX203")]
