"""Several rules on layout together."""

from tests.finding import everything
from tests.rules.layout.samples import CLEAN


def test_clean_matrix_has_nothing_to_report() -> None:
    assert everything(CLEAN) == []
