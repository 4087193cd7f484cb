"""A fingerprint is made of what a finding is about, never of where it stands."""

import hashlib

import pytest

from matrixlint.diagnostic import Diagnostic, Severity
from matrixlint.fingerprint import fingerprint, fingerprints

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

    assert fingerprint(ROW, "home.ini") == hashlib.sha256(text.encode()).hexdigest()[:16]


def test_the_key_speaks_where_there_is_no_driver() -> None:
    bare = ROW._replace(driver=None, value=None, section=None)

    assert fingerprint(bare, "a") == fingerprint(bare._replace(driver="driver.foo"), "a")


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
    assert fingerprint(same, "a") == fingerprint(ROW, "a")


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
    assert fingerprint(other, "a") != fingerprint(ROW, "a")


def test_a_path_that_is_no_text_has_one() -> None:
    assert len(fingerprint(ROW, "broken\udcff")) == 16


def test_the_path_is_the_one_in_the_project() -> None:
    assert fingerprints([ROW], {"doc/a.ini": "b.ini"}) == [fingerprint(ROW, "b.ini")]
    assert fingerprints([ROW], {}) == [fingerprint(ROW, "doc/a.ini")]
