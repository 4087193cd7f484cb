"""MX604 unmet-condition."""

from tests.finding import everything, places
from tests.rules.condition.samples import with_condition
from tests.rules.snippet import check, grid, reported


def test_unmet_condition_is_reported_for_each_driver() -> None:
    text = grid(
        "condition(operation.two!=missing) missing missing missing",
        "optional complete missing partial",
    )

    assert reported(text, "MX") == [
        "13:10-17 MX604 error driver 'a' lacks this, and 'operation.two!=missing' holds for it",
        "= 20:10-18 what the condition is about",
        "15:10-17 MX604 error driver 'c' lacks this, and 'operation.two!=missing' holds for it",
        "= 22:10-17 what the condition is about",
    ]


def test_conditional_that_is_none_is_evaluated() -> None:
    text = with_condition("operation.two==complete", "missing")

    assert places(everything(text.replace("condition(", "conditional("))) == [
        (6, "MX303"),
        (7, "MX604"),
    ]


def test_condition_reads_levels_as_they_were_meant() -> None:
    text = grid("condition(operation.two==complete) missing", "optional Complete")

    assert places(everything(text)) == [(7, "MX604"), (12, "MX401")]


def test_condition_reads_levels_without_their_releases() -> None:
    check("""
        [target.a]
        title=A

        [one]
        title=One
        status=condition(two==complete)
        #> MX604
        a=missing:queens

        [two]
        title=Two
        status=optional
        driver-impl-a=complete:rocky
    """)


def test_features_compare_by_case() -> None:
    check("""
        [driver.a]
        title=A

        [operation.L3_HA]
        title=L3 HA
        status=optional
        driver.a=complete

        [operation.l3-ha]
        title=The other
        status=condition(operation.L3_HA==complete)
        #> MX604
        driver.a=missing
    """)
