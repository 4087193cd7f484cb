"""Texts as their client changes them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matrixlint.lsp.position_encoding import PositionEncoding
from matrixlint.lsp.text_document import Change, Position, Range, TextDocument
from matrixlint.text.edited_text import split_lines
from tests.strategies import PROFILE

ENDS = re.compile(r"\r\n|\r|\n")
PIECES = st.text(alphabet="a\r\n\u2028\x0b\U0001f600", max_size=6)
NUMBERS = st.integers(0, 4)
POSITIONS = st.builds(Position, NUMBERS, NUMBERS)
CHANGES = st.builds(Change, PIECES, st.one_of(st.none(), st.builds(Range, POSITIONS, POSITIONS)))


def offset(text: str, position: Position) -> int:
    """Return the index that a position in code points leads to, reckoned another way."""
    starts = [0, *(match.end() for match in ENDS.finditer(text))]
    if position.line >= len(starts):
        return len(text)
    end = ENDS.search(text, starts[position.line])
    return min(starts[position.line] + position.column, end.start() if end else len(text))


def changed(text: str, change: Change) -> str:
    if change.range is None:
        return change.text
    start, end = sorted(offset(text, each) for each in change.range)
    return text[:start] + change.text + text[end:]


@settings(PROFILE, max_examples=250)
@given(PIECES, st.lists(CHANGES, max_size=4))
def test_changes_give_the_same_text_as_those_of_a_string(text: str, changes: list[Change]) -> None:
    buffer = TextDocument(text, PositionEncoding.UTF32)
    buffer.change(changes)
    for each in changes:
        text = changed(text, each)

    assert buffer.text == text
    assert buffer.lines == split_lines(text)


@pytest.mark.parametrize(
    ("unit", "column"),
    [(PositionEncoding.UTF8, 5), (PositionEncoding.UTF16, 3), (PositionEncoding.UTF32, 2)],
)
def test_columns_are_counted_in_the_units_of_the_client(
    unit: PositionEncoding, column: int
) -> None:
    buffer = TextDocument("a\U0001f600b\n", unit)
    place = Position(0, column)
    buffer.change([Change("-", Range(place, place))])

    assert buffer.text == "a\U0001f600-b\n"
