"""MX601 malformed-condition."""

import pytest

from tests.rules.condition.samples import conditions, with_condition
from tests.rules.snippet import reported


@pytest.mark.parametrize(
    "argument",
    [
        "operation.two",
        "operation.two=complete",
        "operation.two===complete",
        "operation.two=!complete",
        "operation.two!==complete",
        "operation.two!complete",
        "operation.two<>complete",
        "operation.two>=partial",
        "operation.two is complete",
        "operation.two==",
        "==complete",
        "==",
        "operation.two==complete==complete",
        "operation.two==complete!=missing",
        "operation. two==complete",
        "operation.two= =complete",
        "operation.two==quite complete",
        "operation.two==complete or partial",
        "not operation.two==complete",
    ],
)
def test_malformed_condition_is_reported_as_a_whole(argument: str) -> None:
    assert reported(with_condition(argument, "missing"), "MX") == [
        (
            f"6:18-{18 + len(argument)} MX601 error condition is {argument!r};"
            " expected FEATURE==LEVEL or FEATURE!=LEVEL"
        )
    ]


@pytest.mark.parametrize(
    "argument",
    [
        "operation.two==complete",
        "operation.two == complete",
        "  operation.two  !=  missing  ",
        "operation.two==\tcomplete",
    ],
)
def test_blanks_around_the_operator_are_allowed(argument: str) -> None:
    assert conditions(with_condition(argument)) == []
