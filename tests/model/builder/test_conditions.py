"""The conditions of a matrix: which feature each speaks of."""

import pytest

from matrixlint import Matrix, load
from matrixlint.syntax.dialects.dialect import DRIVER, STATUSES
from tests.parsed import CLEAN, DECLARED, custom


def section(name: str, argument: str) -> str:
    return f"[operation.{name}]\nstatus=condition({argument})\n"


def conditions(matrix: Matrix) -> list[tuple[str | None, str | None, bool]]:
    return [
        (each.feature.name, each.target.name if each.target else None, each.is_dangling)
        for each in matrix.conditions
    ]


def circles(matrix: Matrix) -> list[list[str | None]]:
    return [[member.feature.name for member in each.cycle] for each in matrix.conditions]


def test_a_condition_speaks_of_the_feature_of_that_name() -> None:
    matrix = load(CLEAN + section("y", "operation.x==complete"))

    assert conditions(matrix) == [("operation.y", "operation.x", False)]


def test_of_two_statuses_the_last_has_the_condition() -> None:
    fields = {"maturity": STATUSES, "status": STATUSES}
    feature = "maturity=condition(operation.x==missing)\nstatus=condition(operation.x==complete)\n"
    text = f"{CLEAN}[operation.y]\n{feature}"
    matrix = custom(text, DRIVER._replace(name="own", status_fields=fields))

    assert [(each.word, each.status.key) for each in matrix.conditions] == [("complete", "status")]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("x", "operation.x"),
        ("storage.operation.x", "operation.x"),
        ("operatoin.x", "operation.x"),
        ("Operation.X", "operation.x"),
        ("wurst.brot", None),
        ("driver.a", None),
    ],
)
def test_a_name_that_is_none_dangles(name: str, target: str | None) -> None:
    matrix = load(CLEAN + section("y", f"{name}==complete"))

    assert conditions(matrix) == [("operation.y", target, True)]


@pytest.mark.parametrize("argument", ["operation.x", "operation.x=complete", "a b==complete"])
def test_a_malformed_condition_speaks_of_nothing(argument: str) -> None:
    matrix = load(CLEAN + section("y", argument))

    assert conditions(matrix) == [("operation.y", None, False)]
    assert [each.is_malformed for each in matrix.conditions] == [True]


@pytest.mark.parametrize(
    "error",
    [
        "<<<<<<< a\n=======\n[operation.z]\n>>>>>>> b\n",
        "[1] see\nstatus=optional\n",
        "[foo]\ntitle=F\n",
    ],
)
def test_a_name_that_may_be_hidden_does_not_dangle(error: str) -> None:
    matrix = load(CLEAN + error + section("y", "foo==complete"))

    assert conditions(matrix) == [("operation.y", None, False)]


def test_the_name_that_a_section_is_meant_to_have_does_not_dangle() -> None:
    matrix = load(f"{CLEAN}[operatoin.z]\ntitle=Z\n" + section("y", "operation.z==complete"))

    assert conditions(matrix) == [("operation.y", None, False)]


def test_past_twenty_unknown_names_no_near_one_is_looked_for() -> None:
    matrix = load(CLEAN + "".join(section(f"y{at}", "x==complete") for at in range(22)))

    assert conditions(matrix) == [
        (f"operation.y{at}", "operation.x" if at < 20 else None, True) for at in range(22)
    ]


def test_only_conditions_are_read() -> None:
    text = CLEAN + "[operation.y]\nstatus=choice(a==b)\n[operation.z]\n"

    assert conditions(load(text)) == []


def test_a_circle_is_known_to_each_of_its_conditions() -> None:
    text = (
        DECLARED
        + section("c", "operation.a==complete")
        + section("a", "operation.b==complete")
        + section("b", "operation.c!=missing")
        + section("d", "operation.b==complete")
        + section("e", "operation.e==complete")
    )
    circle = ["operation.c", "operation.a", "operation.b"]

    assert circles(load(text)) == [circle, circle, circle, [], ["operation.e"]]


def test_a_condition_that_is_wrong_makes_no_circle() -> None:
    text = (
        DECLARED
        + section("a", "operation.b==compelte")
        + section("b", "operation.a==complete")
        + section("c", "d==complete")
        + section("d", "operation.c==complete")
    )

    assert circles(load(text)) == [[], [], [], []]
