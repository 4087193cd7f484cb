"""MX301 to MX303: the words and the forms of statuses, and what unreadable ones hold back."""

import pytest

from matrixlint import load
from matrixlint.model.matrix import Matrix
from matrixlint.model.status import Status
from tests.finding import everything, places
from tests.rules.snippet import check, declared, feature, grid, named, read, told

WORDS = "mandatory, optional, choice, condition, mature or immature"
MATURITIES = "incomplete, experimental, complete or deprecated"
STATUSES_OF_TARGET = f"mandatory, optional, choice, condition, {MATURITIES}"
OTHER = feature("other", "optional", "driver.a=complete")


def with_status(status: str) -> str:
    """Return a matrix whose first feature has *status* in line 6."""
    return declared("a") + feature("one", status, "driver.a=complete") + OTHER


def in_target(*lines: str) -> str:
    """Return a matrix of the target dialect, its feature's fields from line 7 on."""
    target = "[target.a]\ntitle=A\nlink=\n\n[one]\ntitle=One\n"
    return "\n".join((target + lines[0], *lines[1:], "driver-impl-a=complete", ""))


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
    assert told(with_status(status), "MX3", "MX6") == []


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
def test_unknown_status_is_told_with_what_was_meant(
    status: str, end: int, hint: str | None
) -> None:
    assert told(with_status(status), "MX3") == [
        f"6:8-{end} MX301 error status is {status!r}; expected {WORDS}",
        *([f"= did you mean '{hint}'?"] if hint else []),
    ]


@pytest.mark.parametrize("status", ["unmandatory", "nonmandatory", "not-mature"])
def test_negation_is_no_misspelling(status: str) -> None:
    assert status_of(load(with_status(status))).suggestion is None


@pytest.mark.parametrize(
    ("status", "end", "suggestion"),
    [
        ("Choice(g)", 14, "choice"),
        ("chioce(g)", 14, "choice"),
        ("Condition(operation.other==complete)", 17, "condition"),
        ("conditinal(operation.other==complete)", 18, "condition"),
    ],
)
def test_word_before_an_argument_is_told_without_it(status: str, end: int, suggestion: str) -> None:
    word = status.partition("(")[0]

    assert told(with_status(status), "MX3") == [
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
def test_malformed_status_is_told_once(status: str, reason: str) -> None:
    assert told(with_status(status), "MX3") == [
        f"6:8-{8 + len(status)} MX302 error status {status!r} cannot be read: {reason}"
    ]


@pytest.mark.parametrize("status", ["choice", "mandatory(x)", "requird (g)"])
def test_form_that_lacks_more_than_its_blank_has_no_fix(status: str) -> None:
    (found,) = (each for each in everything(with_status(status)) if each.code == "MX302")

    assert found.fix is None


def test_form_is_told_before_spelling_and_spelling_before_word() -> None:
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


@pytest.mark.parametrize(
    "word",
    ["conditional", "Conditional", "CONDITIONAL"],
)
def test_conditional_is_an_error_in_driver(word: str) -> None:
    assert told(with_status(f"{word}(operation.other==complete)"), "MX3", "MX6") == [
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

    assert told(text, "MX") == [
        "7:8-19 MX303 warning status is 'conditional'; expected 'condition'",
        "= did you mean 'condition'?",
        "8:15-22 MX604 error driver 'a' lacks this, and 'two==complete' holds for it",
        "= 13:15-23 what the condition is about",
    ]


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
def test_status_of_several_lines_is_told_at_the_first_line_too_many(
    status: str, line: int, start: int, end: int
) -> None:
    assert told(with_status(status), "MX3") == [
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


def test_invisible_character_in_a_status_is_told_as_that_alone() -> None:
    text = with_status("manda\u200btory").replace("driver.a=complete", "driver.a=missing")

    assert places(everything(text)) == [(6, "MX704"), (7, "MX407")]


def test_status_with_a_reference_is_not_known() -> None:
    text = with_status("%(title)s").replace("driver.a=complete", "driver.a=missing")

    assert places(everything(text)) == []
    assert status_of(load(text)).may_be_choice


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
    assert told(in_target(f"maturity={maturity}"), "MX") == [
        f"7:10-{end} MX301 error maturity is {maturity!r}; expected {MATURITIES}",
        *([f"= did you mean '{hint}'?"] if hint else []),
    ]


@pytest.mark.parametrize("maturity", ["incomplete", "experimental", "complete", "deprecated"])
def test_maturity_may_stand_as_status_too(maturity: str) -> None:
    assert told(in_target(f"maturity={maturity}"), "MX") == []
    assert told(in_target(f"status={maturity}"), "MX") == []


def test_both_status_fields_of_a_target_are_judged() -> None:
    assert told(in_target("maturity=complete()", "status=Optional"), "MX") == [
        "7:10-20 MX302 error maturity 'complete()' cannot be read: its parentheses are empty",
        f"8:8-16 MX301 error status is 'Optional'; expected {STATUSES_OF_TARGET}",
        "= did you mean 'optional'?",
    ]


def test_status_of_a_target_counts_before_its_maturity() -> None:
    text = in_target("status=mandatory", "maturity=complete").replace("a=complete", "a=missing")

    assert told(text, "MX") == [
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
    assert told(grid("mandatory complete", "choice(g) complete", "choice(g) missing"), "MX") == []
