"""What a fix changes beside its own lines is found out."""

import pytest

from matrixlint import load
from matrixlint.fixes.side_effects import Change, find_side_effect
from matrixlint.text.edited_text import EditedText
from matrixlint.text.span import Edit, Span

TEXT = """\
[driver.a]
title=A
[driver.b]
title=B
[operation.x]
title=X
status=optional
notes=Some.
driver.a=complete
driver.b=missing
"""


def done(*edits: Edit, safe: bool = True, text: str = TEXT) -> str | None:
    """Return the harm that *edits* do to *text*."""
    copy = EditedText.from_bytes(text.encode()).apply_edits(edits)
    return find_side_effect(Change(load(text), load(copy.data.decode()), copy, is_safe=safe))


def at(line: int, column: int, length: int, text: str) -> Edit:
    return Edit(Span.within(line, column, length), text)


LOST = "a section would be lost, gained or called otherwise"
FACT = "a driver, level or status would be read otherwise"


@pytest.mark.parametrize(
    ("edit", "safe", "unsafe"),
    [
        (at(8, 7, 5, "Other."), None, None),
        (at(9, 10, 0, " "), None, None),
        (at(10, 10, 7, "unknown"), FACT, None),
        (at(7, 8, 8, "mandatory"), FACT, None),
        (at(3, 9, 1, "c"), FACT, None),
        (at(5, 12, 1, "y"), FACT, None),
        (Edit(Span(9, 1, 10, 1), ""), FACT, None),
        (at(8, 12, 0, "\ndriver.c=missing"), None, None),
        (at(8, 12, 0, "\nnotes=Twice."), *["the file would have one more MX003"] * 2),
        (at(8, 12, 0, "\n[operation.y]"), LOST, LOST),
        (Edit(Span(5, 1, 6, 1), ""), *["the file would have one more MX011"] * 2),
        (at(9, 1, 0, " "), *["the file would have one more MX008"] * 2),
    ],
)
def test_harm_of_an_edit(edit: Edit, safe: str | None, unsafe: str | None) -> None:
    assert done(edit) == safe
    assert done(edit, safe=False) == unsafe


def test_key_that_falls_to_another_value_is_missed() -> None:
    text = TEXT.replace("notes=Some.\n", "notes=Some.\n  more\n")
    edit = at(9, 1, 2, "more=")

    assert done(edit, text=text, safe=False) is None
    # The line below is not edited, and is read as part of another value.
    assert done(at(8, 1, 11, "# notes"), text=text, safe=False) is None


def test_value_of_a_line_that_is_not_edited_is_missed() -> None:
    text = TEXT.replace("driver.b=missing\n", "driver.b=missing\n[DEFAULT]\nnotes=All.\n")
    edit = Edit(Span(11, 1, 13, 1), "[DEFAULT]\nnotes=None.\n")

    assert done(edit, text=text, safe=False) is None
    assert done(at(12, 1, 5, "title"), text=text, safe=False) is None


def test_section_name_outside_the_edited_lines_is_missed() -> None:
    copy = EditedText.from_bytes(TEXT.encode())
    other = load(TEXT.replace("[operation.x]", "[operation.y]"))
    swapped = load(TEXT.replace("driver.a=complete", "driver.a=unknown"))

    assert find_side_effect(Change(load(TEXT), other, copy, is_safe=False)) == LOST
    assert find_side_effect(Change(load(TEXT), swapped, copy, is_safe=False)) == (
        "'driver.a' in [operation.x] would be read otherwise"
    )
