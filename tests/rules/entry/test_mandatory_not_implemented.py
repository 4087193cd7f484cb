"""MX407 mandatory-not-implemented."""

import pytest

from tests.rules.entry.samples import with_level
from tests.rules.snippet import grid, reported


@pytest.mark.parametrize("level", ["complete", "-", "supported"])
def test_mandatory_feature_that_may_be_implemented_is_no_finding(level: str) -> None:
    assert reported(grid(f"mandatory complete {level}", "optional missing missing"), "MX407") == []


def test_mandatory_feature_that_is_missing_is_reported_for_each_driver() -> None:
    assert reported(grid("mandatory missing unknown missing"), "MX") == [
        "13:10-17 MX407 error driver 'a' is 'missing' in a feature that is 'mandatory'",
        "14:10-17 MX408 info nobody has said yet how well driver 'b' supports this",
        "15:10-17 MX407 error driver 'c' is 'missing' in a feature that is 'mandatory'",
    ]


@pytest.mark.parametrize("status", ["optional", "mature", "immature", "Optional", "whatever"])
def test_missing_in_another_status_is_no_finding(status: str) -> None:
    assert reported(with_level("missing", status), "MX407") == []
