"""Several rules on choice together."""

from itertools import product

import pytest

from tests.finding import everything, places
from tests.rules.choice.samples import choices, chosen
from tests.rules.snippet import check, grid, named

IMPLEMENTED = {"complete", "partial"}


# What is absent or cannot be read may be any level.
UNSURE = {"-", "supported"}


LEVELS = ("complete", "partial", "missing", "unknown", "-", "supported")


def expected(*levels: str) -> list[str]:
    """Return what is to be said of a driver with *levels* for the options of a group."""
    if any(level in IMPLEMENTED | UNSURE for level in levels):
        return []
    return ["MX502"] if "unknown" in levels else ["MX501"]


@pytest.mark.parametrize("levels", list(product(LEVELS, repeat=2)))
def test_group_of_two_is_decided_by_its_levels(levels: tuple[str, str]) -> None:
    assert choices(chosen(*levels)) == [(7, code) for code in expected(*levels)]


@pytest.mark.parametrize("levels", list(product(LEVELS[1:5], repeat=3)))
def test_group_of_three_is_decided_by_its_levels(levels: tuple[str, str, str]) -> None:
    assert choices(chosen(*levels)) == [(7, code) for code in expected(*levels)]


def test_findings_name_driver_and_group() -> None:
    text = grid(
        "choice(guest) missing unknown",
        "choice(guest) missing missing",
        "choice(guets) missing missing",
        "choice(other) complete complete",
    )

    assert named(text, "MX5") == [
        ("MX501", "driver.a", "a", "guest"),
        ("MX502", "driver.b", "b", "guest"),
        ("MX504", "status", None, "guets"),
        ("MX503", "status", None, "other"),
    ]


@pytest.mark.parametrize("level", ["complete", "partial", "unknown", "-", "supported"])
@pytest.mark.parametrize("status", ["choice", "choice(", "choice((guest))", "whatever(x)"])
def test_unreadable_status_may_hold_the_option_that_satisfies(status: str, level: str) -> None:
    text = grid("choice(guest) missing", "choice(guest) missing", f"{status} {level}")

    assert choices(text) == []


def test_unreadable_status_keeps_groups_of_one_quiet() -> None:
    misspelt = grid("choice(guest) complete", "choice(guets) complete", "choice complete")
    single = grid("choice(guest) complete", "choice complete")

    assert places(everything(misspelt)) == [(16, "MX302")]
    assert places(everything(single)) == [(11, "MX302")]


def test_unreadable_status_keeps_an_open_question_quiet_where_it_may_answer_it() -> None:
    question = ("choice(guest) unknown", "choice(guest) missing")

    assert choices(grid(*question, "choice complete")) == []
    assert choices(grid(*question, "choice -", "optional missing")) == []


def test_absent_status_may_be_a_choice() -> None:
    text = grid("choice(guest) missing", "choice(guest) missing", "optional complete")
    text = text.replace("status=optional\n", "")

    assert places(everything(text)) == [(14, "MX202")]


def test_feature_that_may_be_lost_may_hold_the_option() -> None:
    check("""
        [driver.a]
        title=A

        [operation.one]
        title=One
        status=choice(guest)
        driver.a=missing

        #> MX007
        <<<<<<< ours
        [operation.two]
        title=Two
        status=choice(guest)
        driver.a=missing
        =======
        [operation.three]
        title=Three
        status=choice(guest)
        driver.a=complete
        >>>>>>> theirs
    """)


@pytest.mark.parametrize("name", ["guets", "console"])
def test_feature_that_may_be_lost_may_bear_out_a_group_of_one(name: str) -> None:
    check(f"""
        [driver.a]
        title=A

        [operation.one]
        title=One
        status=choice(guest)
        driver.a=complete

        [operation.two]
        title=Two
        status=choice({name})
        driver.a=complete

        #> MX007
        <<<<<<< ours
        =======
        [operation.three]
        >>>>>>> theirs
    """)
