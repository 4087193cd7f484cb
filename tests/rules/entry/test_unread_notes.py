"""MX410 unread-notes."""

import pytest

from tests.finding import everything, places
from tests.rules.entry.samples import in_target
from tests.rules.snippet import reported


def test_note_beside_a_bare_entry_is_reported_at_its_key() -> None:
    text = in_target("a=partial", "driver-notes-a=Why.", "driver-impl-b=complete")

    assert reported(text, "MX") == [
        "13:1-15 MX410 info note for driver 'a' is not shown beside a bare entry",
        "= notes are shown for 'driver-impl-a'",
    ]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("driver-impl-a=complete", "driver-notes-a=Why."), []),
        (("a=complete", "driver-notes-a="), [(13, "MX409")]),
        (("a=partial", "driver-notes-a="), [(12, "MX406")]),
    ],
)
def test_note_that_is_shown_or_empty_is_not_reported_as_unread(
    lines: tuple[str, str], code: list[tuple[int, str]]
) -> None:
    assert places(everything(in_target(*lines, "driver-impl-b=complete"))) == code


def test_note_under_a_wrong_name_is_not_reported_as_unread() -> None:
    text = in_target("a=complete", "b=complete", "driver-notes-aa=Why.")

    assert places(everything(text)) == [(14, "MX404")]


def test_note_beside_no_entry_is_not_reported_as_unread() -> None:
    text = in_target("driver-impl-a=complete", "driver-notes-b=Why.") + (
        "\n[two]\ntitle=Two\nmaturity=complete\ndriver-impl-a=missing\ndriver-impl-b=missing\n"
    )

    assert places(everything(text)) == [(9, "MX402")]
