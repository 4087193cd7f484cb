"""MX204 unrendered-section."""

import pytest

from tests.rules.feature.samples import with_lines
from tests.rules.snippet import declared, feature, reported


def test_section_near_a_declaration_is_reported_as_one() -> None:
    text = declared("a") + "\n[drvier.b]\ntitle=B\n"
    rest = feature("x", "optional", "driver.a=complete", "driver.b=complete")

    assert reported(text + rest, "MX") == [
        "4:1-11 MX204 error [drvier.b] declares no driver, and is no feature",
        "= did you mean '[driver.b]'?",
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("operatoin.y.z", ["= did you mean '[operation.y.z]'?"]),
        ("operation", []),
        ("opreatoin.y", ["= did you mean '[operation.y]'?"]),
        ("operatio.", []),
        ("storage.y", []),
    ],
)
def test_section_that_is_left_out_is_reported_with_what_is_near(name: str, hint: list[str]) -> None:
    end = len(name) + 3
    message = f"[{name}] does not begin with 'operation.': it is left out of the page"

    assert reported(with_lines() + f"\n[{name}]\ntitle=Y\n", "MX") == [
        f"9:1-{end} MX204 warning {message}",
        *hint,
    ]
