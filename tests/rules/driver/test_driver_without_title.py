"""MX103 driver-without-title."""

from tests.rules.snippet import check


def test_title_that_a_error_may_have_taken_away_is_not_missing() -> None:
    check("""
        [driver.a]
        #> MX001
        title

        #> MX103
        [driver.b]
        link=

        [operation.x]
        title=X
        status=optional
        driver.a=complete
        driver.b=complete
    """)


def test_empty_title_of_an_open_section_is_empty() -> None:
    check("""
        #> MX103
        [driver.a]
        title=
        #> MX001
        link

        [operation.x]
        title=X
        status=optional
        driver.a=complete
    """)


def test_title_beside_other_declarations_is_asked_for_in_every_dialect() -> None:
    check("""
        [targets]
        #> MX103
        driver-impl-a=
        #> MX001
        driver-impl-b

        [x]
        title=X
        status=optional
        driver-impl-a=complete
    """)
