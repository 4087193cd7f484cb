"""MX207 empty-cli-command."""

import pytest

from matrixlint import Severity
from tests.finding import everything, places
from tests.fixed import applied
from tests.rules.feature.samples import with_lines


def fixed(*lines: str) -> list[str]:
    """Return the lines of a key, from line 8 on, as the fix of MX207 makes them."""
    text = with_lines(*lines)
    (diagnostic,) = [each for each in everything(text) if each.code == "MX207"]
    assert diagnostic.fix
    assert diagnostic.severity is Severity.INFO
    return applied(text, diagnostic.fix).split("\n")[7:-1]


@pytest.mark.parametrize(
    ("lines", "after"),
    [
        (["cli=;a"], ["cli=a"]),
        (["cli=a;"], ["cli=a"]),
        (["cli=a ; ; b"], ["cli=a ;  b"]),
        (["cli= ; ;a; ;b ; "], ["cli= a; b "]),
        (["cli=a;;;b;c"], ["cli=a;b;c"]),
        (["cli=a;", "  ;b"], ["cli=a", "  ;b"]),
        (["cli=;"], ["cli="]),
        (["cli=X;"], ["cli=X"]),
        (["cli=a;", "  b;"], ["cli=a;", "  b"]),
        (["cli=a;\xa0"], ["cli=a\xa0"]),
    ],
)
def test_of_empty_commands_one_semicolon_stays_between_two(
    lines: list[str], after: list[str]
) -> None:
    assert fixed(*lines) == after


def test_anchors_of_features_without_names_are_none() -> None:
    text = with_lines("[1] see", "[2] see", "[None]", "title=N", "driver.a=complete")

    assert [code for _, code in places(everything(text)) if code == "MX206"] == []
