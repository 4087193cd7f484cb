"""Columns in the units of a client."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matrixlint.lsp.position_encoding import PositionEncoding
from tests.strategies import PROFILE

TEXT = "aé\u20ac\U0001f600\ud800z"


@pytest.mark.parametrize(
    ("unit", "length", "indexes"),
    [
        (PositionEncoding.UTF8, 14, [0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 6, 6]),
        (PositionEncoding.UTF16, 7, [0, 1, 2, 3, 3, 4, 5, 6, 6]),
        (PositionEncoding.UTF32, 6, [0, 1, 2, 3, 4, 5, 6, 6]),
    ],
)
def test_units_lead_to_the_start_of_a_character(
    unit: PositionEncoding, length: int, indexes: list[int]
) -> None:
    assert unit.length(TEXT) == length
    found = [unit.index(TEXT, units) for units in (*range(length), length, 10**9)]
    assert found == [*indexes[: length + 1], 6]


@settings(PROFILE)
@given(st.text(), st.sampled_from(PositionEncoding), st.integers(0, 20))
def test_the_length_of_a_beginning_leads_back_to_its_end(
    text: str, unit: PositionEncoding, at: int
) -> None:
    assert unit.index(text, unit.length(text[:at])) == len(text[:at])
