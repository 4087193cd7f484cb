"""MX201 missing-title."""

from tests.rules.feature.samples import with_lines
from tests.rules.snippet import check, declared, reported


def test_title_that_is_missing_or_empty_is_reported_at_the_header() -> None:
    text = declared("a") + "\n[operation.x]\nstatus=optional\ndriver.a=complete\n"
    rest = "\n[operation.y]\ntitle=\nstatus=optional\ndriver.a=complete\n"

    assert reported(text + rest, "MX") == [
        "4:1-14 MX201 error title of [operation.x] is missing",
        "8:1-14 MX201 error title of [operation.y] is empty",
    ]


def test_title_is_missing_behind_a_section_that_may_have_lost_its_own() -> None:
    check("""
        [driver.a]
        title=A

        [operation.x]
        #> MX001
        title
        status=optional
        driver.a=complete

        #> MX201
        [operation.y]
        title=
        #> MX001
        notes
        status=optional
        driver.a=complete

        #> MX201
        [operation.z]
        status=optional
        driver.a=complete
    """)


def test_feature_of_no_name_is_reported_of_as_such() -> None:
    text = with_lines("[1] see", "title=", "driver.a=complete", "cli=x", "[operation.y]", "title=Y")

    assert [diagnostic for diagnostic in reported(text, "MX201", "MX202") if "?" in diagnostic] == [
        "8:1-4 MX201 error title of [?] is empty"
    ]
