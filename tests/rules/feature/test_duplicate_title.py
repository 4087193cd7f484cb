"""MX205 duplicate-title."""

from tests.rules.feature.samples import FEATURE, with_lines
from tests.rules.snippet import check, reported


def test_titles_are_alike_whatever_white_space_is_in_them() -> None:
    text = with_lines() + FEATURE.replace(".x", ".y").replace("Do x", "Do  x")

    assert reported(text, "MX") == [
        "10:1-6 MX205 warning title 'Do  x' is also that of [operation.x]",
        "= 5:7-11 the title of [operation.x]",
    ]


def test_titles_that_are_empty_not_known_or_one_are_not_alike() -> None:
    check("""
        [driver.a]
        title=A

        #> MX010
        [DEFAULT]
        title=One for all
        status=optional
        driver.a=complete

        [operation.r]
        notes=r
        [operation.s]
        notes=s
        #> MX201
        [operation.t]
        title=
        #> MX201
        [operation.u]
        title=
        [operation.v]
        title=%(notes)s
        notes=v
        [operation.w]
        title=%(notes)s
        notes=w
        [operation.x]
        title=X
        [operation.y]
        #> MX205
        title=X
    """)
