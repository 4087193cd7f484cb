"""Which lines go with an entry: the remarks above it, its value, and its note beside it."""

import pytest

from matrixlint import load
from matrixlint.model.entry_block import find_block

KEY = "driver-notes.a"


def lines(*keys: str) -> tuple[int, int]:
    """Return the first and last line of what goes with the entry among *keys*, from line 3 on."""
    text = "\n".join(("[driver.a]", "[operation.x]", *keys, ""))
    entries = list(load(text).features[0].section.entries())
    at = next(index for index, entry in enumerate(entries) if entry.key == "driver.a")
    return find_block(at, KEY, entries)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("driver.a=complete",), (3, 3)),
        (("driver.a=complete", f"{KEY}=n", "  more"), (3, 5)),
        ((f"{KEY}=n", "  more", "driver.a=complete"), (3, 5)),
        (("title=X", f"{KEY}=n", "driver.a=complete"), (4, 5)),
        (("driver.a=complete", "title=X", f"{KEY}=n"), (3, 3)),
        ((f"{KEY}=n", "title=X", "driver.a=complete"), (5, 5)),
        (("driver.a=complete", "title=X", "status=optional", f"{KEY}=n"), (3, 3)),
        (("title=X", "# one", "  ; two", "driver.a=complete"), (4, 6)),
        (("title=X", "", "driver.a=complete", "", "# n", f"{KEY}=n"), (5, 8)),
    ],
)
def test_remarks_and_the_note_beside_go_with_an_entry(
    keys: tuple[str, ...], expected: tuple[int, int]
) -> None:
    assert lines(*keys) == expected
