"""The edge cases of the rules on layout: what they tell, and what their mends make of it."""

import pytest

from matrixlint import lint_text
from tests.finding import everything, places
from tests.fixed import mended
from tests.rules.snippet import declared, feature, told

HEAD = "# A matrix.\n" + declared("a", "b") + "\n"
CLEAN = HEAD + feature("x", "optional", "driver.a=complete", "driver.b=missing")
CONFLICT = "<<<<<<< ours \nnotes=one \n=======\nnotes=two \n>>>>>>> theirs \n"


def layout(text: str) -> list[tuple[int, str]]:
    return [place for place in places(everything(text)) if place[1].startswith("MX8")]


def ordered(text: str) -> list[tuple[int, int, int, str, str | None]]:
    found = lint_text(text, config={"select": ["MX804"]})
    return [(each.line, each.column, each.end_column, each.message, each.driver) for each in found]


def test_clean_matrix_has_nothing_to_tell() -> None:
    assert everything(CLEAN) == []


# MX801


@pytest.mark.parametrize(
    ("blanks", "said"),
    [(" ", "1 blank"), ("  \t", "3 blanks"), ("\u00a0", "1 blank"), ("\u3000", "1 blank")],
)
def test_white_space_at_a_line_end_is_told_and_dropped(blanks: str, said: str) -> None:
    text = CLEAN.replace("title=Do x", "title=Do x" + blanks)

    assert told(text, "MX") == [
        f"10:11-{11 + len(blanks)} MX801 info {said} at the end of the line"
    ]
    assert mended(text, "MX801") == CLEAN


def test_white_space_is_told_in_comments_and_empty_lines() -> None:
    text = CLEAN + "# a remark \n   \n; another\t\n"

    assert layout(text) == [(14, "MX801"), (15, "MX801"), (16, "MX801")]
    assert mended(text, "MX801") == CLEAN + "# a remark\n\n; another\n"


def test_white_space_is_not_told_where_the_line_is_told_or_unjudged() -> None:
    assert layout(CLEAN + CONFLICT) == [(15, "MX801")]
    assert layout(CLEAN + "garbage \n") == []
    assert layout(CLEAN.replace("[operation.x]", "[operation.x ")) == []
    assert layout(CLEAN + "notes=\0 \n") == []


def test_nothing_is_told_of_a_file_that_is_not_read() -> None:
    assert places(everything("a = b \r\nc=d\n  ")) == [(1, "MX001")]


# MX802


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_last_line_without_an_end_is_told_and_ended(end: str) -> None:
    text = CLEAN.replace("\n", end)

    assert told(text.removesuffix(end), "MX") == [
        "13:17-17 MX802 info the last line has no line end"
    ]
    assert mended(text.removesuffix(end), "MX802") == text


def test_blanks_behind_the_last_line_are_told_as_blanks() -> None:
    assert layout(CLEAN + "  ") == [(14, "MX801")]
    assert mended(CLEAN + "  ", "MX8") == CLEAN


def test_the_last_line_of_a_file_that_is_not_read_is_left_alone() -> None:
    assert layout("cli=x\n" + CLEAN.rstrip("\n")) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (CLEAN.rstrip("\n"), "end the last line"),
        (CLEAN.replace("\n", "\r\n", 1), "end all lines with LF"),
        (CLEAN.replace("\n", "\r").replace("\r", "\n", 1), "end all lines with CR"),
    ],
)
def test_mends_of_line_ends_say_what_they_do(text: str, title: str) -> None:
    assert [each.fix.title for each in everything(text) if each.fix] == [title]


# MX803


def test_odd_line_ends_are_told_once_and_mended() -> None:
    text = CLEAN.replace("title=Do x\n", "title=Do x\r\n").replace("missing\n", "missing\r")

    assert told(text, "MX") == ["10:11-11 MX803 info line ends with CRLF, 11 of 13 lines with LF"]
    assert mended(text, "MX803") == CLEAN


def test_most_lines_say_how_lines_end() -> None:
    windows = CLEAN.replace("\n", "\r\n")
    text = windows.replace("title=Do x\r\n", "title=Do x\n")

    assert told(text, "MX") == ["10:11-11 MX803 info line ends with LF, 12 of 13 lines with CRLF"]
    assert mended(text, "MX803") == windows


def test_first_line_says_it_where_there_are_as_many() -> None:
    text = CLEAN.removesuffix("driver.b=missing\n").replace("\n", "\r\n", 6)

    assert layout(text) == [(7, "MX803")]
    assert mended(text, "MX803") == text.replace("\r", "").replace("\n", "\r\n")


# MX804

TURNED = feature("x", "optional", "driver.b=missing", "driver.a=complete")


def test_entries_in_another_order_are_told_on_demand_only() -> None:
    assert everything(HEAD + TURNED) == []
    assert lint_text(HEAD + TURNED, config={"select": ["MX8"]}) == []
    assert lint_text(CLEAN, config={"select": ["driver-order"]}) == []
    assert ordered(HEAD + TURNED) == [
        (12, 1, 9, "entry of driver 'b' stands where that of 'a' belongs", "b")
    ]
    assert mended(HEAD + TURNED, "MX804") == CLEAN


def test_entries_move_with_their_notes_and_remarks() -> None:
    head = declared("a", "b", "c")
    text = head + feature(
        "x",
        "optional",
        "# of c",
        "driver.c=partial",
        "driver-notes.c=one",
        "  # within",
        "  two",
        "cli=x",
        "driver-notes.a=first",
        "# of a",
        "driver.a=complete",
        "driver-notes.b=away",
        "notes=n",
        "driver.b=complete",
    )
    wanted = head + feature(
        "x",
        "optional",
        "driver-notes.a=first",
        "# of a",
        "driver.a=complete",
        "cli=x",
        "driver.b=complete",
        "driver-notes.b=away",
        "notes=n",
        "# of c",
        "driver.c=partial",
        "driver-notes.c=one",
        "  # within",
        "  two",
    )

    assert mended(text, "MX804") == wanted
    assert ordered(wanted) == []


def test_a_section_that_stands_twice_is_told_by_what_stands_in_the_first() -> None:
    again = "[operation.x]\ndriver.a=complete\n"
    first = feature("x", "optional", "driver.b=missing")

    assert ordered(HEAD + first + again) == []
    assert places(everything(HEAD + first + again)) == [(13, "MX002")]


def test_entries_are_not_moved_where_lines_are_misread() -> None:
    (found,) = lint_text(HEAD + TURNED + "  status=optional\n", config={"select": ["MX804"]})

    assert found.fix is None


def test_entries_that_stand_for_one_driver_are_not_moved() -> None:
    text = (
        "[target.a]\ntitle=A\n[target.b]\ntitle=B\n"
        "[x]\ntitle=X\nmaturity=complete\nb=missing\ndriver-impl-a=complete\na=complete\n"
    )
    (found,) = lint_text(text, config={"select": ["MX804"]})

    assert (found.line, found.fix) == (8, None)


def test_matrix_without_a_dialect_has_no_order() -> None:
    assert ordered("[a]\nb=c\n") == []


def test_white_space_in_a_line_of_which_a_part_is_told_is_told_too() -> None:
    assert layout(CLEAN + "title=Y \n") == [(14, "MX801")]
    assert layout(CLEAN + "title = Y\n") == [(14, "MX805")]


# MX805


@pytest.mark.parametrize("written", [" = ", "= ", " =", "   =\t"])
def test_blanks_around_a_delimiter_are_told_and_dropped(written: str) -> None:
    text = CLEAN.replace("title=Do x", f"title{written}Do x")
    shape = " " * written[0].isspace() + "=" + " " * written[-1].isspace()

    assert told(text, "MX") == [
        f"10:6-{6 + len(written)} MX805 info delimiter is {shape!r}; most keys of the file have '='"
    ]
    assert mended(text, "MX805") == CLEAN


def test_a_key_of_one_letter_has_a_delimiter_too() -> None:
    assert layout(CLEAN.replace("=", " = ") + "a=1\n") == [(14, "MX805")]


def test_blanks_behind_the_delimiter_of_no_value_are_not_its_own() -> None:
    assert told(CLEAN + "notes =  \n", "MX805") == [
        "14:6-8 MX805 info delimiter is ' ='; most keys of the file have '='"
    ]


def test_where_as_many_keys_have_blanks_as_not_none_is_usual() -> None:
    text = CLEAN.replace("driver.a=", "driver.a = ").replace("driver.b=", "driver.b = ")

    odd = layout(text.replace("status=", "status = "))

    assert odd == [(11, "MX805"), (12, "MX805"), (13, "MX805")]


def test_a_remark_has_no_delimiter() -> None:
    assert layout(f"# a = b\n{CLEAN}; c = d\n") == []


def test_delimiters_of_a_file_that_is_not_read_are_left_alone() -> None:
    odd = CLEAN.replace("title=Do x", "title = Do x")

    assert layout(odd) == [(10, "MX805")]
    assert layout(f"cli=x\n{odd}") == []
    assert layout(f"{odd}# \0\n") == []


def test_most_keys_say_how_delimiters_are_written() -> None:
    spaced = CLEAN.replace("=", " = ")
    text = spaced.replace("title = Do x", "title=Do x") + "cli=\nnotes =\n  n\n"

    assert everything(spaced) == []
    assert told(text, "MX") == [
        "10:6-7 MX805 info delimiter is '='; most keys of the file have ' = '",
        "14:4-5 MX805 info delimiter is '='; most keys of the file have ' ='",
    ]
    assert mended(text, "MX805") == spaced + "cli =\nnotes =\n  n\n"


def test_colons_and_equals_signs_are_counted_apart() -> None:
    text = CLEAN.replace("title=", "title: ")

    assert everything(text) == []
    assert layout(text.replace("title: Do", "title :Do")) == [(10, "MX805")]


def test_delimiters_may_be_aligned() -> None:
    text = CLEAN.replace("title=", "title    = ").replace("status=", "status   = ")

    assert everything(text.replace("driver.a=", "driver.a = ").replace(".b=", ".b = ")) == []


def test_delimiters_of_told_and_unjudged_lines_are_left_alone() -> None:
    assert layout(CLEAN + CONFLICT.replace("=two", " = two").replace(" \n", "\n")) == []
    assert places(everything(CLEAN + "notes\u00a0= n\n")) == [(14, "MX704")]
    assert places(everything(CLEAN + "notes=n\n = n\n")) == []
