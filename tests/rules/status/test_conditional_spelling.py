"""MX303 conditional-spelling."""

import pytest

from tests.rules.snippet import read, reported
from tests.rules.status.samples import with_status


@pytest.mark.parametrize(
    "word",
    ["conditional", "Conditional", "CONDITIONAL"],
)
def test_conditional_is_an_error_in_driver(word: str) -> None:
    assert reported(with_status(f"{word}(operation.other==complete)"), "MX3", "MX6") == [
        f"6:8-19 MX303 error status is {word!r}; expected 'condition'",
        "= did you mean 'condition'?",
    ]


def test_conditional_is_a_warning_in_targets_and_evaluated() -> None:
    text = read("""
        [targets]
        driver-impl-a=A

        [one]
        title=One
        status=conditional(two==complete)
        driver-impl-a=missing

        [two]
        title=Two
        status=optional
        driver-impl-a=complete
    """).text

    assert reported(text, "MX") == [
        "7:8-19 MX303 warning status is 'conditional'; expected 'condition'",
        "= did you mean 'condition'?",
        "8:15-22 MX604 error driver 'a' lacks this, and 'two==complete' holds for it",
        "= 13:15-23 what the condition is about",
    ]
