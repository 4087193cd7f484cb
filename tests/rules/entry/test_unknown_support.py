"""MX408 unknown-support."""

from tests.rules.snippet import grid, reported


def test_unknown_is_reported_in_every_status() -> None:
    text = grid("optional unknown", "condition(operation.one==complete) unknown")

    assert reported(text, "MX408") == [
        "7:10-17 MX408 info nobody has said yet how well driver 'a' supports this",
        "12:10-17 MX408 info nobody has said yet how well driver 'a' supports this",
    ]
