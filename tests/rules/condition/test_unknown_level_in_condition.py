"""MX603 unknown-level-in-condition."""

import pytest

from tests.rules.condition.samples import conditions, with_condition
from tests.rules.snippet import check, reported


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("Complete", "complete"),
        ("compelte", "complete"),
        ("parital", "partial"),
        ("incomplete", None),
        ("supported", None),
        ("complete:queens", None),
    ],
)
def test_level_of_a_condition_is_reported_with_what_was_meant(word: str, hint: str | None) -> None:
    assert reported(with_condition(f"operation.two == {word}"), "MX603") == [
        (
            f"6:35-{35 + len(word)} MX603 error condition is on level {word!r};"
            " expected complete, partial, missing or unknown"
        ),
        *([f"= did you mean '{hint}'?"] if hint else []),
    ]


def test_condition_on_a_near_level_is_decided() -> None:
    text = with_condition("operation.two==compelte", "missing")

    assert conditions(text) == [(6, "MX603"), (7, "MX604")]


def test_condition_on_no_level_is_not_decided() -> None:
    assert conditions(with_condition("operation.two!=supported", "missing")) == [(6, "MX603")]


def test_release_is_no_part_of_a_level_in_a_condition() -> None:
    check("""
        [target.a]
        title=A

        [one]
        title=One
        #> MX603
        status=condition(two==complete:queens)
        a=complete

        [two]
        title=Two
        status=optional
        a=complete:queens
    """)


def test_feature_and_level_of_a_condition_are_reported_both() -> None:
    assert conditions(with_condition("operation.none==supported")) == [(6, "MX602"), (6, "MX603")]


def test_level_of_a_dangling_condition_makes_it_neither_vacuous_nor_inverted() -> None:
    assert conditions(with_condition("operation.none==missing")) == [(6, "MX602")]
    assert conditions(with_condition("operation.tow==partial")) == [(6, "MX602")]
    assert conditions(with_condition("operation.two==mising")) == [(6, "MX603")]
    assert conditions(with_condition("operation.two==partail")) == [(6, "MX603")]
