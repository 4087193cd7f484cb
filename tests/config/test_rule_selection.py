"""Which rules run: the most exact selector decides."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matrixlint.config.rule_selection import (
    NO_SELECTORS,
    RuleSelectors,
    drop_rules,
    find_unknown_selectors,
    select_rules,
    specificity,
)
from matrixlint.diagnostic import Severity
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding, Rule


def check(_: Matrix) -> Iterator[Finding]:
    return iter(())


def made(code: str, name: str, severity: Severity) -> Rule:
    return Rule(code, name, severity, "A page.\n", check)


RULES = (
    made("MX401", "unknown-level", Severity.ERROR),
    made("MX402", "missing-driver-entry", Severity.WARNING),
    made("MX408", "unknown-support", Severity.INFO),
    made("MX501", "unsatisfied-choice-group", Severity.ERROR),
    made("MX801", "trailing-whitespace", Severity.INFO),
    made("MX804", "driver-order", Severity.INFO),
    made("ACME10", "own-rule", Severity.WARNING),
)


def chosen(
    config: RuleSelectors = NO_SELECTORS, command: RuleSelectors = NO_SELECTORS
) -> list[str]:
    return sorted(select_rules(RULES, config, command))


DEFAULT = ["ACME10", "MX401", "MX402", "MX501"]


def test_errors_and_warnings_run_by_default() -> None:
    assert chosen() == DEFAULT


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (RuleSelectors(select=("MX4",)), ["MX401", "MX402", "MX408"]),
        (RuleSelectors(select=("MX",)), ["MX401", "MX402", "MX408", "MX501", "MX801"]),
        (RuleSelectors(select=("ALL",)), ["ACME10", "MX401", "MX402", "MX408", "MX501", "MX801"]),
        (RuleSelectors(select=("unknown-support",)), ["MX408"]),
        (RuleSelectors(select=("MX8", "ACME")), ["ACME10", "MX801"]),
        (RuleSelectors(select=()), []),
        (RuleSelectors(extend_select=("MX408",)), [*DEFAULT[:3], "MX408", "MX501"]),
        (RuleSelectors(ignore=("MX4",)), ["ACME10", "MX501"]),
        (RuleSelectors(ignore=("ALL",)), []),
        (RuleSelectors(select=("MX4",), ignore=("MX40",)), []),
        (RuleSelectors(select=("MX4", "MX401"), ignore=("MX40",)), ["MX401"]),
        (RuleSelectors(select=("MX4",), ignore=("unknown-level",)), ["MX402", "MX408"]),
        (RuleSelectors(select=("MX401",), ignore=("unknown-level",)), []),
        (RuleSelectors(select=("MX4",), ignore=("ALL",)), ["MX401", "MX402", "MX408"]),
        (RuleSelectors(extend_select=("MX4",), ignore=("MX4",)), ["ACME10", "MX501"]),
    ],
)
def test_the_longest_selector_decides(choice: RuleSelectors, expected: list[str]) -> None:
    assert chosen(choice) == expected
    assert chosen(command=choice) == expected


@pytest.mark.parametrize(
    ("selector", "runs"),
    [
        ("ALL", False),
        ("MX", False),
        ("MX8", False),
        ("MX80", False),
        ("MX804", True),
        ("driver-order", True),
    ],
)
def test_the_order_of_drivers_is_selected_by_its_own_name_alone(
    selector: str, *, runs: bool
) -> None:
    assert ("MX804" in chosen(RuleSelectors(select=(selector,)))) is runs


@pytest.mark.parametrize(
    ("config", "command", "expected"),
    [
        (RuleSelectors(select=("MX4",)), RuleSelectors(select=("MX5",)), ["MX501"]),
        (RuleSelectors(extend_select=("MX408",)), RuleSelectors(select=("MX5",)), ["MX501"]),
        (RuleSelectors(ignore=("MX501",)), RuleSelectors(select=("MX5",)), []),
        (RuleSelectors(ignore=("MX501",)), RuleSelectors(select=("MX501",)), ["MX501"]),
        (RuleSelectors(ignore=("MX501",)), RuleSelectors(extend_select=("MX501",)), DEFAULT),
        (
            RuleSelectors(ignore=("MX501",)),
            RuleSelectors(extend_select=("ALL",)),
            [*DEFAULT[:3], "MX408", "MX801"],
        ),
        (RuleSelectors(select=("MX4",)), RuleSelectors(ignore=("MX4",)), []),
        (RuleSelectors(select=("MX401", "MX402")), RuleSelectors(ignore=("MX401",)), ["MX402"]),
        (
            RuleSelectors(select=("MX5",)),
            RuleSelectors(extend_select=("MX408",)),
            ["MX408", "MX501"],
        ),
    ],
)
def test_the_command_line_beats_the_configuration(
    config: RuleSelectors, command: RuleSelectors, expected: list[str]
) -> None:
    assert chosen(config, command) == expected


SELECTOR = st.sampled_from(["ALL", "MX", "MX4", "MX40", "MX401", "unknown-level", "MX804", "ACME"])
SELECTORS = st.lists(SELECTOR, max_size=4).map(tuple)


@given(SELECTORS, SELECTORS, st.randoms())
def test_the_order_of_selectors_does_not_matter(
    select: tuple[str, ...], ignore: tuple[str, ...], random: object
) -> None:
    shuffled = [list(select), list(ignore)]
    for each in shuffled:
        random.shuffle(each)  # type: ignore[attr-defined]

    assert chosen(RuleSelectors(tuple(shuffled[0]), (), tuple(shuffled[1]))) == chosen(
        RuleSelectors(select, (), ignore)
    )


@given(SELECTORS, SELECTORS, SELECTOR)
def test_ignoring_more_runs_no_more(
    select: tuple[str, ...], ignore: tuple[str, ...], more: str
) -> None:
    before = select_rules(RULES, RuleSelectors(select, (), ignore))
    after = select_rules(RULES, RuleSelectors(select, (), (*ignore, more)))

    assert after <= before


@pytest.mark.parametrize(
    ("selector", "expected"),
    [("ALL", 1), ("MX", 2), ("MX4", 3), ("MX40", 4), ("MX401", 5), ("unknown-level", 5)],
)
def test_a_selector_reaches_the_further_the_longer_it_is(selector: str, expected: int) -> None:
    assert specificity(selector, RULES[0]) == expected


@pytest.mark.parametrize(
    "selector", ["", "M", "mx401", "MX5", "MX4011", "unknown", "all", "MX4 ", "unknown_level"]
)
def test_what_is_no_beginning_of_a_code_reaches_nothing(selector: str) -> None:
    assert specificity(selector, RULES[0]) == 0


def test_what_is_ignored_in_a_file_is_taken_away_however_it_was_selected() -> None:
    codes = frozenset({"MX401", "MX501", "MX804"})

    assert drop_rules(codes, RULES, ["MX8", "unknown-level"]) == {"MX501"}
    assert drop_rules(codes, RULES, ["ALL"]) == frozenset()
    assert drop_rules(codes, RULES, []) == codes


def test_unknown_selectors_are_reported_with_what_was_meant() -> None:
    words = ["MX4", "MX4O1", "unknown-levl", "ALl", "nonsense", "mx501"]

    assert [str(each) for each in find_unknown_selectors(words, RULES)] == [
        "unknown rule 'MX4O1'; did you mean 'MX401'?",
        "unknown rule 'unknown-levl'; did you mean 'unknown-level'?",
        "unknown rule 'ALl'; did you mean 'ALL'?",
        "unknown rule 'nonsense'",
        "unknown rule 'mx501'; did you mean 'MX501'?",
    ]
