"""MX102 no-features."""

from tests.rules.snippet import declared, reported


def test_drivers_without_a_feature_are_counted() -> None:
    rest = "declared, and no feature stands in the file"

    assert reported(declared("a"), "MX") == [f"1:1-11 MX102 warning a driver is {rest}"]
    assert reported(declared("a", "b"), "MX") == [f"1:1-11 MX102 warning 2 drivers are {rest}"]
