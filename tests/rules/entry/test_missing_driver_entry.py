"""MX402 missing-driver-entry."""

from tests.finding import everything
from tests.rules.entry.samples import drivers
from tests.rules.snippet import check, feature, reported


def test_missing_entries_are_reported_once_a_feature() -> None:
    text = drivers("a", "b", "c") + feature("one", "mandatory", "driver.b=complete")

    assert reported(text, "MX") == [
        "17:1-16 MX402 error [operation.one] has no entry for 'a', 'c'",
    ]


def test_feature_without_any_entry_misses_them_all() -> None:
    text = drivers("a", "b") + feature("one", "optional")

    assert reported(text, "MX") == ["13:1-16 MX402 error [operation.one] has no entry for 'a', 'b'"]


def test_notes_of_missing_entries_are_related() -> None:
    lines = ("driver-notes.b=Soon.", "driver-notes.a=Never.")
    text = drivers("a", "b") + feature("one", "optional", *lines)

    assert reported(text, "MX") == [
        "13:1-16 MX402 error [operation.one] has no entry for 'a', 'b'",
        "= 17:1-15 a note without its entry",
        "= 16:1-15 a note without its entry",
    ]


def test_missing_drivers_are_the_value() -> None:
    text = drivers("a", "b", "c") + feature("one", "optional", "driver.b=complete")
    (found,) = everything(text)

    assert (found.section, found.key, found.value) == ("operation.one", None, "a c")


def test_unused_driver_misses_no_entries() -> None:
    check("""
        [driver.a]
        title=A

        #> MX107
        [driver.spare]
        title=Spare

        [operation.one]
        title=One
        status=optional
        driver.a=complete
    """)


def test_feature_whose_header_is_lost_misses_entries_too() -> None:
    lines = ("driver.a=complete", "driver.b=complete", "title=Two", "status=optional")
    text = drivers("a", "b") + feature("one", "optional", *lines, "driver.a=missing")

    assert reported(text, "MX402") == ["18:1-10 MX402 error [?] has no entry for 'b'"]


def test_broken_section_misses_no_entries() -> None:
    check("""
        [driver.a]
        title=A

        [driver.b]
        title=B

        [operation.one]
        title=One
        status=optional
        #> MX001
        driver.a
        driver.b=complete

        [operation.two]
        title=Two
        status=optional
        driver.a=complete
        driver.b=missing
    """)
