"""MX804 driver-order."""

from matrixlint import lint_text
from tests.finding import everything, places
from tests.fixed import fixed
from tests.rules.layout.samples import CLEAN, HEAD, layout
from tests.rules.snippet import declared, feature


def ordered(text: str) -> list[tuple[int, int, int, str, str | None]]:
    found = lint_text(text, config={"select": ["MX804"]})
    return [(each.line, each.column, each.end_column, each.message, each.driver) for each in found]


TURNED = feature("x", "optional", "driver.b=missing", "driver.a=complete")


def test_entries_in_another_order_are_reported_on_demand_only() -> None:
    assert everything(HEAD + TURNED) == []
    assert lint_text(HEAD + TURNED, config={"select": ["MX8"]}) == []
    assert lint_text(CLEAN, config={"select": ["driver-order"]}) == []
    assert ordered(HEAD + TURNED) == [
        (12, 1, 9, "entry of driver 'b' stands where that of 'a' belongs", "b")
    ]
    assert fixed(HEAD + TURNED, "MX804") == CLEAN


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

    assert fixed(text, "MX804") == wanted
    assert ordered(wanted) == []


def test_a_section_that_stands_twice_is_reported_by_what_stands_in_the_first() -> None:
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


def test_white_space_in_a_line_of_which_a_part_is_reported_is_reported_too() -> None:
    assert layout(CLEAN + "title=Y \n") == [(14, "MX801")]
    assert layout(CLEAN + "title = Y\n") == [(14, "MX805")]
