"""Several rules on status together."""

import pytest

from matrixlint import load
from matrixlint.model.matrix import Matrix
from matrixlint.model.status import Status
from tests.finding import everything, places
from tests.rules.snippet import grid, named, reported
from tests.rules.status.samples import MATURITIES, in_target, with_status

STATUSES_OF_TARGET = f"mandatory, optional, choice, condition, {MATURITIES}"


def status_of(matrix: Matrix) -> Status:
    status = matrix.features[0].status
    assert status
    return status


@pytest.mark.parametrize(
    "status",
    [
        "mandatory",
        "optional",
        "mature",
        "immature",
        "condition(operation.other==complete)",
        "condition( operation.other==complete )",
    ],
)
def test_known_status_is_no_finding(status: str) -> None:
    assert reported(with_status(status), "MX3", "MX6") == []


@pytest.mark.parametrize("status", ["unmandatory", "nonmandatory", "not-mature"])
def test_negation_is_no_misspelling(status: str) -> None:
    assert status_of(load(with_status(status))).suggestion is None


def test_form_is_reported_before_spelling_and_spelling_before_word() -> None:
    codes = [
        [each.code for each in everything(with_status(status)) if each.code.startswith("MX3")]
        for status in (
            "conditional (operation.other==complete)",
            "conditional(operation.other==complete)",
            "conditinal(operation.other==complete)",
        )
    ]

    assert codes == [["MX302"], ["MX303"], ["MX301"]]


def test_status_with_a_blank_before_its_parenthesis_is_read_without_it() -> None:
    status = status_of(load(with_status("choice  ( guest )")))

    assert (status.suggestion, status.argument, status.blank, status.start) == (
        "choice",
        "guest",
        2,
        10,
    )


def test_invisible_character_in_a_status_is_reported_as_that_alone() -> None:
    text = with_status("manda\u200btory").replace("driver.a=complete", "driver.a=missing")

    assert places(everything(text)) == [(6, "MX704"), (7, "MX407")]


def test_status_with_a_reference_is_not_known() -> None:
    text = with_status("%(title)s").replace("driver.a=complete", "driver.a=missing")

    assert places(everything(text)) == []
    assert status_of(load(text)).may_be_choice


@pytest.mark.parametrize("maturity", ["incomplete", "experimental", "complete", "deprecated"])
def test_maturity_may_stand_as_status_too(maturity: str) -> None:
    assert reported(in_target(f"maturity={maturity}"), "MX") == []
    assert reported(in_target(f"status={maturity}"), "MX") == []


def test_both_status_fields_of_a_target_are_checked() -> None:
    assert reported(in_target("maturity=complete()", "status=Optional"), "MX") == [
        "7:10-20 MX302 error maturity 'complete()' cannot be read: its parentheses are empty",
        f"8:8-16 MX301 error status is 'Optional'; expected {STATUSES_OF_TARGET}",
        "= did you mean 'optional'?",
    ]


def test_status_of_a_target_counts_before_its_maturity() -> None:
    text = in_target("status=mandatory", "maturity=complete").replace("a=complete", "a=missing")

    assert reported(text, "MX") == [
        "9:15-22 MX407 error driver 'a' is 'missing' in a feature that is 'mandatory'"
    ]


@pytest.mark.parametrize(
    ("status", "may_be_choice"),
    [
        ("", True),
        ("choice", True),
        ("choice(", True),
        ("choise", True),
        ("ch", True),
        ("(guest)", True),
        ("whatever(guest)", True),
        ("whatever(guest", True),
        ("whatever", False),
        ("mandatory(guest)", False),
        ("mandatory(guest", False),
        ("condition(guest) of honour", False),
        ("condition(", False),
        ("condition", False),
        ("optional", False),
    ],
)
def test_unreadable_status_may_be_a_choice(status: str, *, may_be_choice: bool) -> None:
    assert status_of(load(with_status(status))).may_be_choice is may_be_choice


def test_feature_without_a_status_may_be_a_choice() -> None:
    matrix = load(with_status("optional").replace("status=optional\n", "", 1))

    assert [feature.may_be_choice for feature in matrix.features] == [True, False]


@pytest.mark.parametrize(
    ("status", "code", "value"),
    [
        ("mandatry", "MX301", "mandatry"),
        ("chioce(guest)", "MX301", "chioce"),
        ("mandatory\n  always", "MX301", "mandatory\nalways"),
        ("choice (guest)", "MX302", "choice (guest)"),
        (
            "conditional(operation.other==complete)",
            "MX303",
            "conditional(operation.other==complete)",
        ),
    ],
)
def test_finding_names_the_status(status: str, code: str, value: str) -> None:
    assert named(with_status(status), "MX3") == [(code, "status", None, value)]


def test_file_that_declares_nothing_has_no_statuses() -> None:
    text = "[operation.one]\ntitle=One\nstatus=mandatry\ndriver.a=compelte\n"

    assert places(everything(text)) == [(1, "MX101")]


def test_grid_of_rules_is_clean_where_nothing_is_wrong() -> None:
    assert (
        reported(grid("mandatory complete", "choice(g) complete", "choice(g) missing"), "MX") == []
    )
