"""MX401 unknown-level."""

import pytest

from matrixlint import load
from tests.finding import everything, places
from tests.rules.entry.samples import in_target, with_level
from tests.rules.snippet import check, reported

LEVELS = "complete, partial, missing or unknown"


@pytest.mark.parametrize("level", ["complete", "missing"])
def test_known_level_is_no_finding(level: str) -> None:
    assert reported(with_level(level), "MX") == []


@pytest.mark.parametrize(
    ("level", "end", "hint"),
    [
        ("Complete", 18, "complete"),
        ("COMPLETE", 18, "complete"),
        ("compelte", 18, "complete"),
        ("complet", 17, "complete"),
        ("mising", 16, "missing"),
        ("unknwon", 17, "unknown"),
        ("partially", 19, "partial"),
        ("complete # since then", 31, "complete"),
        ("complete ;really", 26, "complete"),
        ("incomplete", 20, None),
        ("not-complete", 22, None),
        ("imcomplete", 20, None),
        ("known", 15, None),
        ("yes", 13, None),
        ("", 10, None),
        ("complete:queens", 25, None),
        ("complete, mostly", 26, None),
    ],
)
def test_unknown_level_is_reported_with_what_was_meant(
    level: str, end: int, hint: str | None
) -> None:
    assert reported(with_level(level), "MX") == [
        f"7:10-{end} MX401 error driver 'a' is {level!r}; expected {LEVELS}",
        *([f"= did you mean '{hint}'?"] if hint else []),
    ]


@pytest.mark.parametrize(
    ("level", "line", "start", "end"),
    [
        ("complete\n  really", 8, 3, 9),
        ("complete\n\n# remark\n    missing", 10, 5, 12),
        ("complete\n  or\n  so", 8, 3, 5),
        ("\n  complete", 8, 3, 11),
        ("\n; remark\n  compelte", 9, 3, 11),
        ("compelte\n  really", 8, 3, 9),
    ],
)
def test_level_of_several_lines_is_reported_at_the_first_line_too_many(
    level: str, line: int, start: int, end: int
) -> None:
    assert reported(with_level(level), "MX") == [
        (
            f"{line}:{start}-{end} MX401 error level of driver 'a' runs over several lines;"
            " expected one word"
        )
    ]


@pytest.mark.parametrize(
    ("level", "read"),
    [
        ("Missing", "missing"),
        ("missing\n  really", "missing"),
        ("\n  missing", "missing"),
        ("msising\n  complete", "missing"),
        ("miss\u200bing", "missing"),
        ("yes", ""),
        ("", ""),
        ("%(title)s", ""),
    ],
)
def test_level_is_read_as_what_was_meant(level: str, read: str) -> None:
    assert load(with_level(level)).features[0].levels == [read]


@pytest.mark.parametrize(
    ("level", "read"),
    [
        ("complete:n", "complete"),
        ("partial:queens", "partial"),
        ("missing", "missing"),
        ("complete:", "complete"),
        ("compelte:n", "complete"),
        (":n", ""),
    ],
)
def test_level_in_target_is_read_without_its_release(level: str, read: str) -> None:
    assert load(in_target(f"a={level}", "b=complete")).features[0].levels[0] == read


def test_release_needs_a_level_and_a_name() -> None:
    assert reported(in_target("a=complete:", "driver-impl-b=:queens"), "MX") == [
        f"12:3-12 MX401 error driver 'a' is 'complete:'; expected {LEVELS}",
        "= did you mean 'complete'?",
        f"13:15-22 MX401 error driver 'b' is ':queens'; expected {LEVELS}",
    ]


def test_misspelt_level_of_a_release_is_reported_whole() -> None:
    assert reported(in_target("a=compelte:n", "b=complete:n"), "MX") == [
        f"12:3-13 MX401 error driver 'a' is 'compelte:n'; expected {LEVELS}",
        "= did you mean 'complete'?",
    ]


@pytest.mark.parametrize(
    ("level", "status"),
    [("Partial", "optional"), ("mising", "mandatory"), ("unknwon", "optional")],
)
def test_no_second_rule_speaks_of_a_misspelt_level(level: str, status: str) -> None:
    assert places(everything(with_level(level, status))) == [(7, "MX401")]


def test_level_before_a_line_too_many_is_checked() -> None:
    check("""
        [driver.a]
        title=A

        [operation.one]
        title=One
        status=mandatory
        #> MX407
        driver.a=missing
        #> MX401
          really
    """)
