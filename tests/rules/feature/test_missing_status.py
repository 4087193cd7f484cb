"""MX202 missing-status."""

from tests.rules.feature.samples import FEATURE
from tests.rules.snippet import declared, reported


def test_feature_whose_header_is_lost_has_no_name() -> None:
    text = declared("a") + "\ntitle=Do x\ndriver.a=complete\n" + FEATURE

    assert reported(text, "MX202", "MX205") == [
        "4:1-11 MX202 warning [?] has no status",
        "8:1-6 MX205 warning title 'Do x' is also that of [?]",
        "= 4:7-11 the title of [?]",
    ]


def test_missing_status_names_all_fields_that_would_do() -> None:
    text = "[target.a]\ntitle=A\n\n[x]\ntitle=X\na=complete\n"

    assert reported(text, "MX202") == ["4:1-4 MX202 warning [x] has no maturity or status"]
