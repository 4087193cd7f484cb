"""MX408 unknown-support."""

from tests.rules.snippet import grid, told


def test_unknown_is_told_in_every_status() -> None:
    text = grid("optional unknown", "condition(operation.one==complete) unknown")

    assert told(text, "MX408") == [
        "7:10-17 MX408 info nobody has said yet how well driver 'a' supports this",
        "12:10-17 MX408 info nobody has said yet how well driver 'a' supports this",
    ]
