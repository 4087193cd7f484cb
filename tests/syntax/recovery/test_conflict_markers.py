"""Conflict markers: one diagnostic a conflict, and its first side is what is read."""

import pytest

from matrixlint.syntax.recovery.conflict_markers import Conflict, Marker, find_conflicts
from tests.parsed import (
    CLEAN,
    DECLARED,
    FEATURE,
    VALUES,
    document,
    messages,
    open_sections,
    related,
    reported,
    sections,
)

OTHER = FEATURE.replace("x]", "y]")
START, BARS, MIDDLE, END = "<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> topic"


def conflict(*lines: str) -> str:
    return CLEAN + "".join(f"{line}\n" for line in lines)


def test_a_conflict_is_reported_at_its_first_marker() -> None:
    text = conflict(START, "notes=a", MIDDLE, "notes=b", END) + OTHER

    assert reported(text) == ["7:1-13 MX007"]
    assert messages(text) == ["merge conflict marker '<<<<<<<'"]
    assert related(text) == ["9:1-8", "11:1-14"]


def test_the_first_side_is_read() -> None:
    text = conflict(START, "notes=a", MIDDLE, "notes=b", "cli=c", END, "api=d") + OTHER

    assert sections(text)["operation.x"] == {**VALUES, "notes": "a", "api": "d"}
    assert sections(text)["operation.y"] == VALUES
    assert open_sections(text) == ["operation.x"]


def test_what_lies_from_the_bars_on_is_checked_by_nothing() -> None:
    text = conflict(START, "notes=a", BARS, "word", "[b", MIDDLE, "  title=b", "=", "notes=b", END)

    assert reported(text) == ["7:1-13 MX007"]
    assert related(text) == ["9:1-13", "12:1-8", "16:1-14"]
    assert sections(text)["operation.x"] == {**VALUES, "notes": "a"}


def test_the_first_side_is_checked() -> None:
    assert reported(conflict(START, "two words", MIDDLE, "two words", END)) == [
        "7:1-13 MX007",
        "8:1-10 MX001",
    ]


def test_a_conflict_within_a_value_leaves_the_lines_around_it() -> None:
    text = conflict("notes=a", START, "  b", MIDDLE, "  c", END, "  d")

    assert reported(text) == ["8:1-13 MX007"]
    assert sections(text)["operation.x"] == {**VALUES, "notes": "a\nb\nd"}


@pytest.mark.parametrize(
    ("lines", "diagnostic", "others"),
    [
        ([START, "notes=a"], "7:1-13 MX007", []),
        ([START, MIDDLE, "notes=b"], "7:1-13 MX007", ["8:1-8"]),
        ([START, BARS, "notes=b"], "7:1-13 MX007", ["8:1-13"]),
        ([MIDDLE, "notes=b"], "7:1-8 MX007", []),
        ([BARS, "notes=b"], "7:1-13 MX007", []),
        ([BARS, "notes=b", MIDDLE, "cli=c"], "7:1-13 MX007", ["9:1-8"]),
        ([MIDDLE, "notes=b", END], "7:1-8 MX007", ["9:1-14"]),
        ([START, "notes=a", END], None, []),
        ([END], "7:1-14 MX007", []),
    ],
)
def test_where_a_marker_is_missing_the_next_header_ends_it(
    lines: list[str], diagnostic: str | None, others: list[str]
) -> None:
    text = conflict(*lines) + OTHER
    diagnostics = ["7:1-13 MX007", "9:1-14 MX007"] if diagnostic is None else [diagnostic]

    assert reported(text) == diagnostics
    assert related(text) == others
    assert sections(text)["operation.y"] == VALUES
    assert open_sections(text) == ["operation.x"]


def test_without_a_header_below_it_a_conflict_ends_with_the_file() -> None:
    text = conflict("cli=c", MIDDLE, "notes=b", "word")

    assert reported(text) == ["8:1-8 MX007"]
    assert sections(text)["operation.x"] == {**VALUES, "cli": "c"}


def test_each_conflict_is_reported() -> None:
    text = conflict(START, MIDDLE, END, START, "notes=a", MIDDLE, END, END)

    assert reported(text) == ["7:1-13 MX007", "10:1-13 MX007", "14:1-14 MX007"]
    assert related(text) == ["8:1-8", "9:1-14", "12:1-8", "13:1-14"]
    assert sections(text)["operation.x"] == {**VALUES, "notes": "a"}


def test_names_on_the_other_side_are_remembered() -> None:
    text = conflict(START, MIDDLE, "[operation.y]", "[operation.z ] # c", "[operation.w", END)

    assert document(text).hidden_sections == {"operation.y", "operation.z", "operation.w"}


def test_names_on_the_first_side_are_read() -> None:
    text = DECLARED + f"{START}\n{FEATURE}{MIDDLE}\n{OTHER}{END}\n"

    assert sections(text) == {"driver.a": {"title": "A"}, "operation.x": VALUES}
    assert document(text).hidden_sections == {"operation.y"}


@pytest.mark.parametrize("marker", ["<<<<<<<", ">>>>>>>", "|||||||", "=======", "=======\t"])
def test_a_marker_needs_no_label(marker: str) -> None:
    assert [diagnostic[-5:] for diagnostic in reported(conflict(marker))] == ["MX007"]


@pytest.mark.parametrize(
    "line", ["<<<<<< H", "<<<<<<<<", "<<<<<<<HEAD x", "=======x", "|||||||| x", "<<<<>>> x"]
)
def test_six_or_eight_signs_or_no_blank_make_no_marker(line: str) -> None:
    assert [diagnostic[-5:] for diagnostic in reported(conflict(line))] == ["MX001"]


@pytest.mark.parametrize("line", ["  =======", "  <<<<<<< HEAD", "# <<<<<<< HEAD", "# ======="])
def test_a_marker_stands_at_the_first_column(line: str) -> None:
    assert reported(conflict("notes=a", line)) == []


def found(signs: str, lines: str = "") -> list[Conflict]:
    """Return the conflicts of a text: a line each for *signs*, which may be ``[`` or ``.``."""
    markers = [Marker(line, sign) for line, sign in enumerate(signs, 1) if sign in "<|=>"]
    return list(find_conflicts(markers, list(lines or signs)))


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("", []),
        ("<.=.>", [Conflict((1, 3, 5), range(3, 6))]),
        ("<.|.=.>", [Conflict((1, 3, 5, 7), range(3, 8))]),
        ("<=>.<=>", [Conflict((1, 2, 3), range(2, 4)), Conflict((5, 6, 7), range(6, 8))]),
        ("<==>", [Conflict((1, 2, 3, 4), range(2, 5))]),
        ("<.=.[", [Conflict((1, 3), range(3, 5))]),
        ("<.=..", [Conflict((1, 3), range(3, 6))]),
        ("<.[=.>", [Conflict((1, 4, 6), range(4, 7))]),
        ("<<=>", [Conflict((1,), range(0)), Conflict((2, 3, 4), range(3, 5))]),
        ("<.>", [Conflict((1,), range(0)), Conflict((3,), range(0))]),
        ("=.[<=>", [Conflict((1,), range(1, 3)), Conflict((4, 5, 6), range(5, 7))]),
        ("|.=.>", [Conflict((1, 3, 5), range(1, 6))]),
        (">", [Conflict((1,), range(0))]),
    ],
)
def test_markers_make_conflicts(signs: str, expected: list[Conflict]) -> None:
    assert found(signs) == expected
