"""Lines that are nothing: told where they stand, and taken out of the reading."""

import pytest

from tests.parsed import (
    CLEAN,
    DECLARED,
    FEATURE,
    KEYS,
    VALUES,
    document,
    messages,
    open_sections,
    reported,
    sections,
)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("two words", "'two words' is no section header, key, comment or continuation"),
        ("word", "'word' is no section header, key, comment or continuation"),
        ("]", "']' is no section header, key, comment or continuation"),
        ("()", "'()' is no section header, key, comment or continuation"),
        ("<<<<<< HEAD", "'<<<<<< HEAD' is no section header, key, comment or continuation"),
        ("=v", "key is empty"),
        (":v", "key is empty"),
        ("=", "key is empty"),
        ("====", "key is empty"),
        ("========", "key is empty"),
        ("=======x", "key is empty"),
    ],
)
@pytest.mark.parametrize("below", ["", "\n  more\n\n  # c\n  and more"])
def test_a_line_that_is_nothing_goes_with_its_continuations(
    line: str, message: str, below: str
) -> None:
    text = f"{CLEAN}{line}{below}\nnotes=n\n"

    assert reported(text) == [f"7:1-{len(line) + 1} MX001"]
    assert messages(text) == [message]
    assert sections(text) == {"driver.a": {"title": "A"}, "operation.x": {**VALUES, "notes": "n"}}
    assert open_sections(text) == ["operation.x"]


def test_each_such_line_is_reported() -> None:
    text = f"{CLEAN}word\nword\n=\n:\n{FEATURE.replace('.x', '.y')}two words  "

    assert reported(text) == [
        "7:1-5 MX001",
        "8:1-5 MX001",
        "9:1-2 MX001",
        "10:1-2 MX001",
        "15:1-10 MX001",
    ]
    assert open_sections(text) == ["operation.x", "operation.y"]


@pytest.mark.parametrize(
    ("between", "line"),
    [("", 4), ("# c\n", 5), ("#\n", 5), ("\n  \n\t; c\n", 7)],
)
def test_a_continuation_of_nothing_is_reported_once(between: str, line: int) -> None:
    text = (
        f"{DECLARED}[operation.x]\n{between}  some = text?\n\n  # c\n  https://a.org/?b=c\n{KEYS}"
    )

    assert reported(text) == [f"{line}:3-15 MX001"]
    assert messages(text) == ["indented line continues no value"]
    assert sections(text) == sections(CLEAN)
    assert open_sections(text) == ["operation.x"]


def test_continuations_of_nothing_are_reported_in_every_section() -> None:
    text = f"{DECLARED}[operation.x]\n  one\n[operation.y]\n  two"

    assert reported(text) == ["4:3-6 MX001", "6:3-6 MX001"]
    assert sections(text) == {"driver.a": {"title": "A"}, "operation.x": {}, "operation.y": {}}


def test_a_continuation_of_nothing_may_be_the_last_line() -> None:
    assert reported(f"{DECLARED}[operation.x]\n  one") == ["4:3-6 MX001"]


@pytest.mark.parametrize(
    "value",
    [
        "",
        "a = b",
        "= = b",
        "see\n  [a] b",
        "see\n  [1]",
        "see\n  [a",
        "see\n  = b\n  :\n  word",
        "see\n=======",
        "a # b ; c",
        "https://a.org/#b",
    ],
)
def test_what_a_value_may_hold_is_not_reported(value: str) -> None:
    text = f"{CLEAN}notes={value}\n"
    reported_lines = [
        diagnostic for diagnostic in reported(text) if not diagnostic.endswith("MX007")
    ]

    assert reported_lines == []


def test_a_value_may_begin_on_the_line_below() -> None:
    text = f"{DECLARED}[operation.x]\ntitle=\n  X\nstatus :\n\n# c\n\toptional\ndriver.a=complete\n"
    found = document(text)

    assert found.errors == []
    assert sections(text) == {"driver.a": {"title": "A"}, "operation.x": VALUES}
    assert found.values_below == {4, 6}


def test_an_empty_value_above_a_key_does_not_hang() -> None:
    text = f"{CLEAN}cli=\n\n# c\nnotes=\n"

    assert document(text).values_below == set()
    assert sections(text)["operation.x"] == {**VALUES, "cli": "", "notes": ""}


def test_lines_of_a_clean_file_are_the_source_s_own() -> None:
    found = document(CLEAN)

    assert found.repaired is None
    assert found.lines is found.source.lines


def test_lines_of_a_fixed_file_are_as_many_as_the_source_s() -> None:
    found = document(f"{CLEAN}word\n[operation.y\n  title=Y\n")

    assert found.repaired is not None
    assert len(found.lines) == len(found.source.lines)
