"""MX707 copied-notes."""

import pytest

from matrixlint import lint_text
from tests.finding import everything, places
from tests.rules.snippet import declared, feature, reported
from tests.rules.text.samples import CELL, HEAD, noted

COPIED = "One thing is so. Another\n  is not."


def copied(first: str, second: str) -> str:
    one = feature("one", "optional", f"notes={first}", CELL)
    return HEAD + one + feature("two", "optional", f"notes={second}", CELL)


def test_copied_notes_are_reported_at_the_second() -> None:
    text = copied(COPIED, COPIED.replace("\n ", ""))

    assert reported(text, "MX") == [
        "15:1-6 MX707 info notes are those of [operation.one], word for word",
        "= 8:1-6 the notes of [operation.one]",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("One sentence.", "One sentence."),
        ("Some, e.g. this one.", "Some, e.g. this one."),
        ("Since v2.0 or 3.X.", "Since v2.0 or 3.X."),
        (COPIED, "One thing is so. Another is."),
        ("", ""),
    ],
)
def test_notes_that_may_be_alike_are_not_reported(first: str, second: str) -> None:
    assert everything(copied(first, second)) == []


def test_copied_notes_are_reported_behind_short_ones_and_none() -> None:
    head = HEAD + feature("none", "optional", CELL) + feature("few", "optional", "notes=a", CELL)
    text = copied(COPIED, COPIED).replace(HEAD, head)

    assert [code for _, code in places(everything(text))] == ["MX707"]


def test_copied_notes_are_not_reported_where_another_rule_has_reported_them() -> None:
    percent = copied("One. Two 7 %.", "One. Two 7 %.")
    misspelt = copied(COPIED, COPIED).replace("notes=", "note=")
    default = "[DEFAULT]\nnotes=One. Two.\n" + copied("x", "y").replace("notes", "#")

    assert places(everything(percent)) == [(8, "MX009"), (14, "MX009")]
    assert places(everything(misspelt)) == [(8, "MX203"), (15, "MX203")]
    assert places(everything(default)) == [(1, "MX010")]


def test_notes_of_the_defaults_are_no_copies_and_hide_none() -> None:
    default = "[DEFAULT]\nnotes=One. Two.\n" + declared("a") + feature("zero", "optional", CELL)
    text = default + copied("One. Two.", "Three. Four.").replace(HEAD, "")
    more = text + feature("three", "optional", "notes=Three. Four.", CELL)

    assert reported(text, "MX707") == []
    assert [diagnostic.split()[0] for diagnostic in reported(more, "MX707")] == ["26:1-6", "="]


def test_copied_notes_may_be_of_a_feature_without_its_header() -> None:
    one = feature("one", "optional", f"notes={COPIED}", CELL).replace("[operation.one]", "[1] x")
    text = HEAD + one + feature("two", "optional", f"notes={COPIED}", CELL)

    assert reported(text, "MX707") == [
        "15:1-6 MX707 info notes are those of [?], word for word",
        "= 8:1-6 the notes of [?]",
    ]


def test_conflicts_are_read_with_their_first_side() -> None:
    sides = "notes=one\n=======\nnotes=http:/x TODO\n  https://example.org/.\n"
    text = noted("x").replace("notes=x\n", f"<<<<<<< ours\n{sides}>>>>>>> theirs\n")

    assert places(everything(text)) == [(8, "MX007")]
    assert places(lint_text(text)) == [(8, "MX007")]


@pytest.mark.parametrize(
    ("text", "is_fixed"),
    [
        (f"{HEAD}{feature('x', 'optional', CELL)}", True),
        (f"{HEAD}{feature('x', 'optional', CELL)}".replace("driver.a=", "dri\u00a0ver.a="), True),
        (f"{HEAD}{feature('x', 'optional', CELL)}driver.\u00a0b=missing\n", False),
        (f"{HEAD}{feature('x', 'optional', CELL)}link\thttp://a.org\n", False),
        ("[one]\nti\u00a0tle=A\n", False),
    ],
)
def test_white_space_in_a_key_is_fixed_if_the_key_is_known(text: str, is_fixed: bool) -> None:  # noqa: FBT001  a column of the table
    found = [each for each in everything(text) if each.code == "MX704"]

    assert all((each.fix is not None) is is_fixed for each in found)
