"""The texts that rules look through."""

from matrixlint import load
from matrixlint.rules.text._value_lines import find_entries, find_value_lines
from tests.parsed import CLEAN


def test_an_entry_that_is_read_under_another_key_too_is_yielded_once() -> None:
    found = [(entry.key, entry.line) for entry in find_entries(load(f"{CLEAN}note=n\n"), bool)]

    assert found == [("title", 2), ("title", 4), ("status", 5), ("driver.a", 6), ("note", 7)]


def test_a_default_is_yielded_where_it_stands() -> None:
    found = [entry.line for entry in find_entries(load(f"[DEFAULT]\nnotes=n\n{CLEAN}"), bool)]

    assert found == [2, 4, 6, 7, 8]


def test_lines_with_an_invisible_character_are_passed_over() -> None:
    text = f"{CLEAN}notes=a \n  b\tc\n  \u00e9 x  \n  d\u200be\n"
    (entry,) = (entry for entry in find_entries(load(text), bool) if entry.key == "notes")

    assert [each.text for each in find_value_lines(entry)] == ["a", "\u00e9 x"]
