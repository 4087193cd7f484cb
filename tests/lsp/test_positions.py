"""Places of a text as its client counts them."""

import pytest

from matrixlint import Edit, Span
from matrixlint.lsp.position_encoding import PositionEncoding
from matrixlint.lsp.positions import Location
from matrixlint.lsp.text_document import Position, Range
from tests.lsp.client import page

MARKED = "\ufeffa\U0001f600b\r\nc"


@pytest.mark.parametrize(
    ("unit", "before", "after"),
    [(PositionEncoding.UTF8, 8, 3), (PositionEncoding.UTF16, 4, 1), (PositionEncoding.UTF32, 3, 1)],
)
def test_a_byte_order_mark_has_a_column_of_the_clients_alone(
    unit: PositionEncoding, before: int, after: int
) -> None:
    made = page(MARKED, unit)

    assert made.position(1, 3) == Position(0, before)
    assert made.place(Position(0, before)) == Location(1, 3)
    assert made.place(Position(0, after)) == made.place(Position(0, 0)) == Location(1, 1)


@pytest.mark.parametrize("position", [Position(1, 9), Position(2, 0), Position(10**9, 10**9)])
def test_what_lies_behind_the_text_is_at_its_end(position: Position) -> None:
    assert page(MARKED).place(position) == Location(2, 2)


def test_the_edit_that_takes_the_mark_away_is_one_of_the_clients() -> None:
    edit = Edit(Span(1, 1, 1, 1), "")

    assert page(MARKED).edit_range(edit) == Range(Position(0, 0), Position(0, 1))


def test_line_feeds_of_edits_become_the_line_ends_of_the_text() -> None:
    assert page(MARKED).with_line_ends(Edit(Span(1, 1, 1, 1), "x\ny")).text == "x\r\ny"
