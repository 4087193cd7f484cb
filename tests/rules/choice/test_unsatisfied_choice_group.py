"""MX501 unsatisfied-choice-group."""

import pytest

from tests.finding import everything
from tests.rules.choice.samples import choices, chosen
from tests.rules.snippet import check, grid, reported


def test_unsatisfied_group_is_reported_for_each_driver_with_its_other_entries() -> None:
    text = grid(
        "choice(guest) missing complete missing",
        "optional missing missing missing",
        "choice(guest) missing missing missing",
        "choice(guest) missing missing missing",
    )

    assert reported(text, "MX") == [
        "13:10-17 MX501 error driver 'a' has no option of the choice group 'guest'",
        "= 27:10-17 missing too",
        "= 34:10-17 missing too",
        "15:10-17 MX501 error driver 'c' has no option of the choice group 'guest'",
        "= 29:10-17 missing too",
        "= 36:10-17 missing too",
    ]


def test_unsatisfied_groups_are_reported_one_by_one() -> None:
    text = grid(
        "choice(guest) missing",
        "choice(console) missing",
        "choice(guest) missing",
        "choice(console) missing",
    )
    found = everything(text)

    assert [(each.line, each.code, each.driver, each.value) for each in found] == [
        (7, "MX501", "a", "guest"),
        (12, "MX501", "a", "console"),
    ]


def test_first_entry_is_that_of_the_feature_that_stands_first() -> None:
    check("""
        [driver.a]
        title=A

        [operation.two]
        title=Two
        status=choice(guest)
        #> MX501
        driver.a=missing

        [operation.one]
        title=One
        status=choice(guest)
        driver.a=missing
    """)


def test_near_level_decides_and_stray_one_does_not() -> None:
    assert choices(chosen("Missing", "mising")) == [(7, "MX501")]
    assert choices(chosen("missing", "Complete")) == []
    assert choices(chosen("missing", "incomplete")) == []


def test_misspelt_driver_decides() -> None:
    check("""
        [driver.libvirt]
        title=Libvirt

        [operation.one]
        title=One
        status=choice(guest)
        #> MX501
        driver.libvirt=missing

        [operation.two]
        title=Two
        status=choice(guest)
        #> MX403
        driver.libvrit=missing
    """)


def test_releases_do_not_matter() -> None:
    check("""
        [target.a]
        title=A

        [one]
        title=One
        status=choice(guest)
        #> MX501
        a=missing:queens

        [two]
        title=Two
        status=choice(guest)
        driver-impl-a=missing:rocky
    """)


@pytest.mark.parametrize("status", ["condition", "mandatory(guest)", "whatever", "mandatry"])
@pytest.mark.parametrize("level", ["complete", "unknown", "missing"])
def test_status_that_is_no_choice_holds_no_option(status: str, level: str) -> None:
    text = grid("choice(guest) missing", "choice(guest) missing", f"{status} {level}")

    assert choices(text) == [(7, "MX501")]
