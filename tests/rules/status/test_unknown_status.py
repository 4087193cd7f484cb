"""MX301 unknown-status."""

import pytest

from tests.rules.snippet import check, reported
from tests.rules.status.samples import MATURITIES, in_target, with_status

WORDS = "mandatory, optional, choice, condition, mature or immature"


@pytest.mark.parametrize(
    ("status", "end", "hint"),
    [
        ("Mandatory", 17, "mandatory"),
        ("MANDATORY", 17, "mandatory"),
        ("mandatry", 16, "mandatory"),
        ("madnatory", 17, "mandatory"),
        ("optionnal", 17, "optional"),
        ("matur", 13, "mature"),
        ("imature", 15, None),
        ("required", 16, None),
        ("nice-to-have", 20, None),
        ("mandatory optional", 26, None),
        ("mandatory # always", 26, "mandatory"),
        ("mandatory ; always", 26, "mandatory"),
    ],
)
def test_unknown_status_is_reported_with_what_was_meant(
    status: str, end: int, hint: str | None
) -> None:
    assert reported(with_status(status), "MX3") == [
        f"6:8-{end} MX301 error status is {status!r}; expected {WORDS}",
        *([f"= did you mean '{hint}'?"] if hint else []),
    ]


@pytest.mark.parametrize(
    ("status", "end", "suggestion"),
    [
        ("Choice(g)", 14, "choice"),
        ("chioce(g)", 14, "choice"),
        ("Condition(operation.other==complete)", 17, "condition"),
        ("conditinal(operation.other==complete)", 18, "condition"),
    ],
)
def test_word_before_an_argument_is_reported_without_it(
    status: str, end: int, suggestion: str
) -> None:
    word = status.partition("(")[0]

    assert reported(with_status(status), "MX3") == [
        f"6:8-{end} MX301 error status is {word!r}; expected {WORDS}",
        f"= did you mean '{suggestion}'?",
    ]


def test_misspelt_status_is_read_as_what_was_meant() -> None:
    check("""
        [driver.a]
        title=A

        [operation.one]
        title=One
        #> MX301
        status=mandatry
        #> MX407
        driver.a=missing

        [operation.two]
        title=Two
        #> MX301
        status=Choice(guest)
        #> MX501
        driver.a=missing

        [operation.three]
        title=Three
        status=choice(guest)
        driver.a=missing
    """)


def test_mature_is_no_status_in_targets() -> None:
    check("""
        [targets]
        driver-impl-a=A

        [one]
        title=One
        #> MX301
        status=mature
        driver-impl-a=complete
    """)


@pytest.mark.parametrize(
    ("status", "line", "start", "end"),
    [
        ("mandatory\n  always", 7, 3, 9),
        ("mandatory\n\n# remark\n    always\n  and ever", 9, 5, 11),
        ("\n  mandatory", 7, 3, 12),
        ("\n\n  mandatry", 8, 3, 11),
        ("required\n  always", 7, 3, 9),
        ("choice\n  (guest)", 7, 3, 10),
        ("conditional(x\n  ==complete)", 7, 3, 14),
        ("conditional(operation.other==complete)\n  always", 7, 3, 9),
    ],
)
def test_status_of_several_lines_is_reported_at_the_first_line_too_many(
    status: str, line: int, start: int, end: int
) -> None:
    assert reported(with_status(status), "MX3") == [
        f"{line}:{start}-{end} MX301 error status runs over several lines; expected one word"
    ]


def test_first_line_of_a_long_status_is_its_value() -> None:
    check("""
        [driver.a]
        title=A

        [operation.one]
        title=One
        status=mandatory
        #> MX301
          where it can be had
        #> MX407
        driver.a=missing

        [operation.two]
        title=Two
        status=
        #> MX301
          mandatory
        #> MX407
        driver.a=missing
    """)


@pytest.mark.parametrize(
    ("maturity", "end", "hint"),
    [
        ("Complete", 18, "complete"),
        ("incompete", 19, "incomplete"),
        ("in-complete", 21, "incomplete"),
        ("mandatory", 19, None),
        ("choice", 16, None),
    ],
)
def test_maturity_has_words_of_its_own(maturity: str, end: int, hint: str | None) -> None:
    assert reported(in_target(f"maturity={maturity}"), "MX") == [
        f"7:10-{end} MX301 error maturity is {maturity!r}; expected {MATURITIES}",
        *([f"= did you mean '{hint}'?"] if hint else []),
    ]
