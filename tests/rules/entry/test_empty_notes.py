"""MX409 empty-notes."""

import pytest

from tests.finding import everything, places
from tests.rules.entry.samples import drivers, with_level
from tests.rules.snippet import check, declared, feature, reported


def test_empty_note_that_is_read_where_it_does_not_stand_is_not_dropped() -> None:
    text = declared("a") + feature("x", "optional", "driver.a=complete", "  driver-notes.a=")
    found = [(each.code, each.fix is not None) for each in everything(text)]

    assert found == [("MX008", True), ("MX409", False)]


def test_value_that_fell_to_the_line_below_is_reported_there_alone() -> None:
    text = (
        "[driver.a]\ntitle=\nA driver\n[operation.x]\ntitle=\nDo x\nstatus=\noptional\n"
        "driver.a=\nmissing\ndriver-notes.a=\nNot yet.\n"
    )

    assert places(everything(text)) == [(line, "MX001") for line in (3, 6, 8, 10, 12)]


@pytest.mark.parametrize("level", ["complete", "missing"])
def test_empty_note_is_reported_at_its_key(level: str) -> None:
    assert reported(with_level(f"{level}\ndriver-notes.a="), "MX") == [
        "8:1-15 MX409 warning note for driver 'a' is empty",
    ]


def test_empty_note_beside_no_entry_is_reported() -> None:
    text = drivers("a", "b") + feature("one", "optional", "driver.a=complete", "driver-notes.b=")

    assert reported(text, "MX") == [
        "13:1-16 MX402 error [operation.one] has no entry for 'b'",
        "= 17:1-15 a note without its entry",
        "17:1-15 MX409 warning note for driver 'b' is empty",
    ]


def test_empty_note_beside_a_partial_is_reported_where_that_is_not() -> None:
    check("""
        [driver.a]
        title=A

        [operation.one]
        title=One
        status=optional
        #> MX401
        driver.a=Partial
        #> MX409
        driver-notes.a=

        [operation.two]
        title=Two
        status=optional
        driver.a=partial
        #> MX409
        driver-notes.a=
        #> MX001
        cli
    """)


def test_empty_note_under_a_wrong_name_is_reported_as_that_alone() -> None:
    text = drivers("libvirt") + feature(
        "one", "optional", "driver.libvirt=complete", "driver-notes.libvrit="
    )

    assert places(everything(text)) == [(13, "MX404")]


@pytest.mark.parametrize(
    "line", ["notes=", "cli=", "driver-notes.a=\n  Why.", "cli=\ndriver-notes.a=Why."]
)
def test_other_empty_values_are_no_empty_notes(line: str) -> None:
    assert reported(with_level(f"complete\n{line}"), "MX") == []
