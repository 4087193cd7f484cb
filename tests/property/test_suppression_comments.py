"""A clean matrix gives no finding, whatever traps it holds."""

import pytest
from hypothesis import given, settings

from tests.finding import everything, shown
from tests.strategies import PROFILE, matrices

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]


@given(matrices())
@settings(PROFILE, max_examples=300)
def test_no_rule_speaks_of_a_clean_matrix(text: str) -> None:
    found = everything(text)

    assert not found, shown("a clean matrix", text, found)
