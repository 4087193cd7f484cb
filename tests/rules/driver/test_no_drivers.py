"""MX101 no-drivers."""

from matrixlint.text.span import Span
from tests.finding import everything, places


def test_no_driver_is_reported_at_the_beginning() -> None:
    (found,) = everything("# c\n[operation.x]\ntitle=X\n")

    assert (found.code, found.span) == ("MX101", Span(1, 1, 1, 1))


def test_declaration_that_a_error_may_have_taken_away_is_not_missing() -> None:
    assert places(everything("[targets]\ndriver-impl-a\n\n[x]\ntitle=X\n")) == [(2, "MX001")]
