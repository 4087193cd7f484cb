"""MX605 undetermined-condition."""

from tests.rules.snippet import grid, reported


def test_undetermined_condition_is_reported_at_the_entry() -> None:
    text = grid(
        "condition(operation.two==complete) missing unknown unknown",
        "optional unknown complete unknown",
    )

    assert reported(text, "MX6") == [
        "13:10-17 MX605 info whether driver 'a' meets 'operation.two==complete' is unknown",
        "14:10-17 MX605 info whether driver 'b' meets 'operation.two==complete' is unknown",
    ]
