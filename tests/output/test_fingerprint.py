"""A fingerprint is made of what a finding is about, never of where it stands."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matrixlint.diagnostic import Diagnostic, Severity
from matrixlint.output.fingerprint import compute_fingerprint, compute_fingerprints
from tests.finding import everything

ROW = Diagnostic(
    path="doc/a.ini",
    line=41,
    column=12,
    code="MX401",
    message="wrong",
    end_line=41,
    end_column=20,
    name="unknown-level",
    severity=Severity.ERROR,
    section="operation.attach",
    key="driver.foo",
    driver="foo",
    value="compelte",
)


def test_it_is_the_first_sixteen_digits_of_a_hash() -> None:
    text = "MX401\0home.ini\0operation.attach\0foo\0compelte"

    assert compute_fingerprint(ROW, "home.ini") == hashlib.sha256(text.encode()).hexdigest()[:16]


def test_the_key_speaks_where_there_is_no_driver() -> None:
    bare = ROW._replace(driver=None, value=None, section=None)

    assert compute_fingerprint(bare, "a") == compute_fingerprint(
        bare._replace(driver="driver.foo"), "a"
    )


@pytest.mark.parametrize(
    "same",
    [
        ROW._replace(line=1, end_line=1),
        ROW._replace(column=1, end_column=2),
        ROW._replace(message="put otherwise", hint="so"),
        ROW._replace(severity=Severity.INFO),
        ROW._replace(key="Driver.foo"),
    ],
)
def test_place_words_and_severity_do_not_change_it(same: Diagnostic) -> None:
    assert compute_fingerprint(same, "a") == compute_fingerprint(ROW, "a")


@pytest.mark.parametrize(
    "other",
    [
        ROW._replace(code="MX402"),
        ROW._replace(section="operation.detach"),
        ROW._replace(driver="bar"),
        ROW._replace(value="missing"),
    ],
)
def test_what_it_is_about_changes_it(other: Diagnostic) -> None:
    assert compute_fingerprint(other, "a") != compute_fingerprint(ROW, "a")


def test_a_path_that_is_no_text_has_one() -> None:
    assert len(compute_fingerprint(ROW, "broken\udcff")) == 16


def test_the_path_is_the_one_in_the_project() -> None:
    assert compute_fingerprints([ROW], {"doc/a.ini": "b.ini"}) == [
        compute_fingerprint(ROW, "b.ini")
    ]
    assert compute_fingerprints([ROW], {}) == [compute_fingerprint(ROW, "doc/a.ini")]


MATRIX = """\
[driver.a]
title=A

[operation.x]
title=X
status=odd
driver.a=compelte
driver.b=complete
driver.c=complete

[operation.x]
title=X
status=odd
driver.a=compelte

[operation.y]
title=X
status=optional
  driver.a=complete
"""


def printed(text: str) -> list[str]:
    diagnostics = everything(text)
    found = compute_fingerprints(diagnostics, {})
    assert len(found) == len(set(found))
    return found


def test_no_two_of_a_report_are_alike() -> None:
    twice = [*[ROW] * 3, ROW._replace(path="doc/b.ini"), ROW, ROW._replace(path="doc/c.ini")]
    one = compute_fingerprint(ROW, "a.ini")

    # Two files that lie at the same place of two projects are told apart too.
    relative_paths = dict.fromkeys(("doc/a.ini", "doc/b.ini"), "a.ini")
    assert compute_fingerprints(twice, relative_paths) == [
        *(one, f"{one}:2", f"{one}:3", f"{one}:4", f"{one}:5"),
        compute_fingerprint(ROW, "doc/c.ini"),
    ]


@given(st.lists(st.integers(0, MATRIX.count("\n")), max_size=9))
def test_they_hold_where_lines_move(places: list[int]) -> None:
    lines = MATRIX.splitlines(keepends=True)
    for place in sorted(places, reverse=True):
        lines.insert(place, "# a comment\n")

    assert printed("".join(lines)) == printed(MATRIX)


def test_that_of_one_finding_holds_where_another_goes() -> None:
    before, after = printed(MATRIX), printed(MATRIX.replace("driver.b=complete\n", ""))

    assert [each for each in after if each not in before] == []
    assert len(after) == len(before) - 1
