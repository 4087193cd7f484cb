"""MX703 dangling-notes-reference."""

import pytest

from tests.finding import everything, places
from tests.rules.snippet import feature, reported
from tests.rules.text.samples import CELL, HEAD, noted, said

NO_FEATURE = "which begins no title and is no section"


TITLED = HEAD + feature("attach-volume", "optional", CELL).replace("Do ", "Attach block ")


@pytest.mark.parametrize(
    "name",
    [
        *("attach block", '"Attach Block"', "attach", "attach volume", "attach_volume"),
        *("operation.attach-volume", "the x", "operation.x", "'Do x'"),
        *("attach -- volume", "(attach volume)", "the same", "this other"),
        *("above", "below", "corresponding", "each", "following", "next", "other", "previous"),
        *("related", "respective", "same", "that", "the", "this", "which"),
        *("attach volume. This", "attach. The"),
    ],
)
def test_references_that_fit_are_not_reported(name: str) -> None:
    text = TITLED + feature("x", "optional", f"notes=See notes for {name} operation.", CELL)

    assert everything(text) == []


@pytest.mark.parametrize(
    ("notes", "column", "name"),
    [
        ("See notes for the attach disk operation", 25, "attach disk"),
        ('Why? see the notes for "volume" feature.', 30, '"volume"'),
        ("See notes for the XaX operation", 25, "XaX"),
    ],
)
def test_references_to_nothing_are_reported(notes: str, column: int, name: str) -> None:
    text = TITLED + feature("x", "optional", f"notes={notes}", CELL)
    written = name.strip('"')
    place = f"13:{column}-{column + len(name)}"

    assert reported(text, "MX") == [f"{place} MX703 info notes refer to {written!r}, {NO_FEATURE}"]


def test_references_run_over_lines_and_find_the_near_section() -> None:
    note = "driver-notes.a=Well.  See\n  notes for the atach\n  volume operation."
    text = TITLED + feature("x", "optional", CELL, note)

    assert reported(text, "MX") == [
        f"15:17-22 MX703 info notes refer to 'atach volume', {NO_FEATURE}",
        "= did you mean 'attach-volume'?",
    ]


def test_what_is_referred_to_may_begin_a_line() -> None:
    text = TITLED + feature("x", "optional", CELL, "notes=Well. See notes for\n  wurst operation.")

    assert [(each.line, each.column, each.end_column) for each in everything(text)] == [(15, 3, 8)]
    assert [each.value for each in everything(text)] == ["wurst"]


@pytest.mark.parametrize(
    ("name", "written", "suggestion"),
    [
        ("attach-block-volume-now", "atach block volume now", "attach-block-volume-now"),
        ("block.attach-disk", "atach disk", "attach-disk"),
    ],
)
def test_the_near_section_is_called_by_its_last_part(
    name: str, written: str, suggestion: str
) -> None:
    notes = f"notes=See notes for the {written} operation."
    text = HEAD + feature(name, "optional", CELL) + feature("x", "optional", CELL, notes)

    assert [each.hint for each in everything(text)] == [f"did you mean {suggestion!r}?"]


def test_a_long_name_is_known_by_its_end() -> None:
    name = "a" * 200 + ".attach-disk"
    notes = "notes=See notes for the attach disk operation."

    assert everything(HEAD + feature(name, "optional", CELL, notes)) == []


def test_a_section_without_name_and_title_is_not_referred_to() -> None:
    notes = "notes=See notes for the xx operation."
    found = everything(HEAD + feature("y", "optional", CELL, notes) + "[1] see\nlink=\n")

    assert [(each.code, each.hint) for each in found] == [("MX703", None), ("MX004", None)]


def test_near_sections_are_looked_for_a_few_times_only() -> None:
    lines = ["  see notes for atach-volume operation"] * 21
    text = TITLED + feature("x", "optional", "notes=\n" + "\n".join(lines), CELL)
    hints = [each.hint for each in everything(text)]

    assert hints == ["did you mean 'attach-volume'?"] * 20 + [None]


@pytest.mark.parametrize(
    "notes",
    [
        "See notes for attach disk operations",
        "See notes for attach disk.",
        "See the notes for ' ' operation",
        "We foresee notes for the attach disk operation.",
        "See notes for attach disk. Operation is fine.",
        "See notes for attach disk; operation is fine.",
    ],
)
def test_other_words_are_no_references(notes: str) -> None:
    assert said(notes) == []


def test_references_may_lead_to_a_feature_whose_name_is_lost() -> None:
    text = noted("See notes for the wurst operation.") + feature("wurst", "optional", CELL)

    assert places(everything(text.replace("[operation.wurst]", "[]"))) == [(11, "MX001")]


def test_references_are_not_looked_for_elsewhere() -> None:
    assert everything(noted("x") + "api=See notes for the wurst operation\n") == []
    assert places(
        everything("[a]\nnotes=see notes for b feature\nc=see notes for d feature\n")
    ) == [
        (1, "MX101"),
        (2, "MX703"),
    ]
