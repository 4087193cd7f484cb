"""Which rules run: the most exact selector decides."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matrixlint.config.selection import NOTHING, Choice, reach, selected, unknown, without
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


def chosen(config: Choice = NOTHING, command: Choice = NOTHING) -> list[str]:
    return sorted(selected(RULES, config, command))


DEFAULT = ["ACME10", "MX401", "MX402", "MX501"]


def test_errors_and_warnings_run_by_default() -> None:
    assert chosen() == DEFAULT


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(select=("MX4",)), ["MX401", "MX402", "MX408"]),
        (Choice(select=("MX",)), ["MX401", "MX402", "MX408", "MX501", "MX801"]),
        (Choice(select=("ALL",)), ["ACME10", "MX401", "MX402", "MX408", "MX501", "MX801"]),
        (Choice(select=("unknown-support",)), ["MX408"]),
        (Choice(select=("MX8", "ACME")), ["ACME10", "MX801"]),
        (Choice(select=()), []),
        (Choice(extend_select=("MX408",)), [*DEFAULT[:3], "MX408", "MX501"]),
        (Choice(ignore=("MX4",)), ["ACME10", "MX501"]),
        (Choice(ignore=("ALL",)), []),
        (Choice(select=("MX4",), ignore=("MX40",)), []),
        (Choice(select=("MX4", "MX401"), ignore=("MX40",)), ["MX401"]),
        (Choice(select=("MX4",), ignore=("unknown-level",)), ["MX402", "MX408"]),
        (Choice(select=("MX401",), ignore=("unknown-level",)), []),
        (Choice(select=("MX4",), ignore=("ALL",)), ["MX401", "MX402", "MX408"]),
        (Choice(extend_select=("MX4",), ignore=("MX4",)), ["ACME10", "MX501"]),
    ],
)
def test_the_longest_selector_decides(choice: Choice, expected: list[str]) -> None:
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
    assert ("MX804" in chosen(Choice(select=(selector,)))) is runs


@pytest.mark.parametrize(
    ("config", "command", "expected"),
    [
        (Choice(select=("MX4",)), Choice(select=("MX5",)), ["MX501"]),
        (Choice(extend_select=("MX408",)), Choice(select=("MX5",)), ["MX501"]),
        (Choice(ignore=("MX501",)), Choice(select=("MX5",)), []),
        (Choice(ignore=("MX501",)), Choice(select=("MX501",)), ["MX501"]),
        (Choice(ignore=("MX501",)), Choice(extend_select=("MX501",)), DEFAULT),
        (
            Choice(ignore=("MX501",)),
            Choice(extend_select=("ALL",)),
            [*DEFAULT[:3], "MX408", "MX801"],
        ),
        (Choice(select=("MX4",)), Choice(ignore=("MX4",)), []),
        (Choice(select=("MX401", "MX402")), Choice(ignore=("MX401",)), ["MX402"]),
        (Choice(select=("MX5",)), Choice(extend_select=("MX408",)), ["MX408", "MX501"]),
    ],
)
def test_the_command_line_beats_the_configuration(
    config: Choice, command: Choice, expected: list[str]
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

    assert chosen(Choice(tuple(shuffled[0]), (), tuple(shuffled[1]))) == chosen(
        Choice(select, (), ignore)
    )


@given(SELECTORS, SELECTORS, SELECTOR)
def test_ignoring_more_runs_no_more(
    select: tuple[str, ...], ignore: tuple[str, ...], more: str
) -> None:
    before = selected(RULES, Choice(select, (), ignore))
    after = selected(RULES, Choice(select, (), (*ignore, more)))

    assert after <= before


@pytest.mark.parametrize(
    ("selector", "expected"),
    [("ALL", 1), ("MX", 2), ("MX4", 3), ("MX40", 4), ("MX401", 5), ("unknown-level", 5)],
)
def test_a_selector_reaches_the_further_the_longer_it_is(selector: str, expected: int) -> None:
    assert reach(selector, RULES[0]) == expected


@pytest.mark.parametrize(
    "selector", ["", "M", "mx401", "MX5", "MX4011", "unknown", "all", "MX4 ", "unknown_level"]
)
def test_what_is_no_beginning_of_a_code_reaches_nothing(selector: str) -> None:
    assert reach(selector, RULES[0]) == 0


def test_what_is_ignored_in_a_file_is_taken_away_however_it_was_selected() -> None:
    codes = frozenset({"MX401", "MX501", "MX804"})

    assert without(codes, RULES, ["MX8", "unknown-level"]) == {"MX501"}
    assert without(codes, RULES, ["ALL"]) == frozenset()
    assert without(codes, RULES, []) == codes


def test_unknown_selectors_are_told_with_what_was_meant() -> None:
    words = ["MX4", "MX4O1", "unknown-levl", "ALl", "nonsense", "mx501"]

    assert [str(each) for each in unknown(words, RULES)] == [
        "unknown rule 'MX4O1'; did you mean 'MX401'?",
        "unknown rule 'unknown-levl'; did you mean 'unknown-level'?",
        "unknown rule 'ALl'; did you mean 'ALL'?",
        "unknown rule 'nonsense'",
        "unknown rule 'mx501'; did you mean 'MX501'?",
    ]
