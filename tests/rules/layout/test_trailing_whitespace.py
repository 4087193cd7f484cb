"""MX801 trailing-whitespace."""

import pytest

from tests.finding import everything, places
from tests.fixed import fixed
from tests.rules.layout.samples import CLEAN, CONFLICT, layout
from tests.rules.snippet import reported


@pytest.mark.parametrize(
    ("blanks", "said"),
    [(" ", "1 blank"), ("  \t", "3 blanks"), ("\u00a0", "1 blank"), ("\u3000", "1 blank")],
)
def test_white_space_at_a_line_end_is_reported_and_dropped(blanks: str, said: str) -> None:
    text = CLEAN.replace("title=Do x", "title=Do x" + blanks)

    assert reported(text, "MX") == [
        f"10:11-{11 + len(blanks)} MX801 info {said} at the end of the line"
    ]
    assert fixed(text, "MX801") == CLEAN


def test_white_space_is_reported_in_comments_and_empty_lines() -> None:
    text = CLEAN + "# a remark \n   \n; another\t\n"

    assert layout(text) == [(14, "MX801"), (15, "MX801"), (16, "MX801")]
    assert fixed(text, "MX801") == CLEAN + "# a remark\n\n; another\n"


def test_white_space_is_not_reported_where_the_line_is_reported_or_unjudged() -> None:
    assert layout(CLEAN + CONFLICT) == [(15, "MX801")]
    assert layout(CLEAN + "garbage \n") == []
    assert layout(CLEAN.replace("[operation.x]", "[operation.x ")) == []
    assert layout(CLEAN + "notes=\0 \n") == []


def test_nothing_is_reported_of_a_file_that_is_not_read() -> None:
    assert places(everything("a = b \r\nc=d\n  ")) == [(1, "MX001")]
