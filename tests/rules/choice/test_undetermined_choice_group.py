"""MX502 undetermined-choice-group."""

from tests.rules.snippet import grid, reported


def test_undetermined_group_is_reported_at_the_first_entry() -> None:
    text = grid("choice(guest) missing complete", "choice(guest) unknown unknown")

    assert reported(text, "MX5") == [
        "10:10-17 MX502 info whether driver 'a' has an option of 'guest' is unknown",
    ]
