"""MX302 malformed-status."""

import pytest

from tests.finding import everything
from tests.rules.snippet import reported
from tests.rules.status.samples import with_status


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("", "it is empty"),
        ("choice", "it needs its argument in parentheses"),
        ("condition", "it needs its argument in parentheses"),
        ("conditional", "it needs its argument in parentheses"),
        ("choise", "it needs its argument in parentheses"),
        ("choice guest", "it needs its argument in parentheses"),
        ("choice()", "its parentheses are empty"),
        ("choice( )", "its parentheses are empty"),
        ("condition()", "its parentheses are empty"),
        ("conditional()", "its parentheses are empty"),
        ("mandatory()", "its parentheses are empty"),
        ("mandatory(x)", "it takes no argument"),
        ("mature(x)", "it takes no argument"),
        ("Optional(x)", "it takes no argument"),
        ("(g)", "it has no word"),
        ("()", "it has no word"),
        ("(", "its parentheses do not pair"),
        ("choice(g", "its parentheses do not pair"),
        ("choice g)", "its parentheses do not pair"),
        ("choice(g))", "its parentheses do not pair"),
        ("choice((g))", "parentheses stand inside its argument"),
        ("choice(g(h))", "parentheses stand inside its argument"),
        ("choice(g)h", "something stands behind its parenthesis"),
        ("choice(g) h", "something stands behind its parenthesis"),
        ("mandatory() # x", "something stands behind its parenthesis"),
        ("choice (g)", "a blank stands before the parenthesis"),
        ("required (g)", "a blank stands before the parenthesis"),
    ],
)
def test_malformed_status_is_reported_once(status: str, reason: str) -> None:
    assert reported(with_status(status), "MX3") == [
        f"6:8-{8 + len(status)} MX302 error status {status!r} cannot be read: {reason}"
    ]


@pytest.mark.parametrize("status", ["choice", "mandatory(x)", "requird (g)"])
def test_form_that_misses_more_than_its_blank_has_no_fix(status: str) -> None:
    (found,) = (each for each in everything(with_status(status)) if each.code == "MX302")

    assert found.fix is None
