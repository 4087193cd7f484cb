"""What drivers and features know of themselves, and which key is read as whose."""

from matrixlint import load
from matrixlint.model.feature import UNREADABLE, Feature
from tests.rules.snippet import declared, feature, grid


def only(text: str) -> Feature:
    (found,) = load(text).features
    return found


def test_own_entry_and_note_hold_beside_those_of_another_dialect() -> None:
    lines = (
        "driver.a=complete",
        "driver-notes.a=Own.",
        "driver-impl-a=missing",
        "driver-notes-a=Foreign.",
    )
    found = only(declared("a") + feature("one", "optional", *lines))
    driver = found.drivers[0]
    entry, note = found.entry(driver), found.note(driver)

    assert entry
    assert note
    assert (entry.value, note.value) == ("complete", "Own.")
    assert found.levels == ["complete"]


def test_entry_and_note_of_another_dialect_are_read_where_there_are_no_own() -> None:
    lines = ("driver-impl-a=missing", "driver-notes-a=Foreign.")
    found = only(declared("a") + feature("one", "optional", *lines))
    driver = found.drivers[0]
    entry, note = found.entry(driver), found.note(driver)

    assert entry
    assert note
    assert (entry.value, note.value) == ("missing", "Foreign.")
    assert found.levels == ["missing"]
    assert driver.is_used


def test_absent_entry_and_note_are_none() -> None:
    first, _ = load(grid("optional complete -", "optional complete complete")).features
    driver = first.drivers[1]

    assert first.levels == ["complete", None]
    assert first.entry(driver) is None
    assert first.note(driver) is None
    assert first.missing == [driver]


def test_illegible_level_is_unread_and_not_missing() -> None:
    found = only(grid("optional supported"))

    assert found.levels == [UNREADABLE]
    assert found.missing == []


def test_implementations_come_in_the_order_of_the_drivers() -> None:
    lines = ("driver.b=missing", "driver.a=complete", "driver.c=missing")
    found = only(declared("a", "b", "c") + feature("one", "optional", *lines))

    assert [
        (each.driver.name, each.level, each.entry.line)
        for each in found.implementations("missing", "complete")
    ] == [("a", "complete", 14), ("b", "missing", 13), ("c", "missing", 15)]
    assert list(found.implementations("partial")) == []


def test_driver_stands_where_it_is_declared() -> None:
    sections = load(declared("a", "b") + feature("one", "optional", "driver.a=complete"))
    keys = load("[targets]\nDriver-Impl-A=A\n\n[one]\ntitle=One\ndriver-impl-a=complete\n")

    assert [driver.span for driver in sections.drivers] == [(1, 1, 1, 11), (4, 1, 4, 11)]
    assert [(driver.name, driver.span) for driver in keys.drivers] == [("a", (2, 1, 2, 14))]


def test_title_and_status_may_be_absent() -> None:
    found = only(declared("a") + "[operation.one]\ndriver.a=complete\n")

    assert found.title is None
    assert found.status is None


def test_title_is_the_entry_of_it() -> None:
    title = only(grid("optional complete")).title

    assert title
    assert (title.value, title.line) == ("Do one", 5)
