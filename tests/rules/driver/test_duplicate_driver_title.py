"""MX104 duplicate-driver-title."""

from tests.rules.snippet import check


def test_titles_that_are_empty_or_not_known_are_not_alike() -> None:
    check("""
        #> MX103
        [driver.a]
        title=
        #> MX103
        [driver.b]
        title=
        [driver.c]
        title=%(link)s
        link=One
        [driver.d]
        title=%(link)s
        link=Two
        [driver.e]
        title=Title of  it
        [driver.f]
        #> MX104
        title=Title  of it

        [operation.x]
        title=X
        status=optional
        driver.a=complete
        driver.b=complete
        driver.c=complete
        driver.d=complete
        driver.e=complete
        driver.f=complete
    """)
