"""Results that would not be the same matrix, and are refused."""

import pytest

from matrixlint import load
from matrixlint.errors import ErrorDetail
from matrixlint.fixes.migrate.verify import find_difference
from tests.fixes.migrate.migrated import details

HEAD = "[targets]\ndriver-impl-a=A\n"
FEATURE = "[operation.x]\ntitle=X\nstatus=optional\ndriver-impl-a=complete\n"
DRIVER = """\
[driver.a]
title=A
[operation.x]
title=X
status=condition(operation.y==complete)
driver.a=partial
driver-notes.a=Note
[operation.y]
title=Y
status=optional
driver.a=complete
"""


def refused(difference: str) -> ErrorDetail:
    return ErrorDetail(f"the result would not be the same matrix: {difference}", "a.ini")


def found(before: str, after: str, *renamed: str) -> ErrorDetail | None:
    return find_difference(load(before, "a.ini"), load(after), dict.fromkeys(renamed, "operation."))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("X\n", "Z\n", "features: operation.x: title: 'X' becomes 'Z'"),
        ("=A\n", "=B\n", "drivers: a: title: 'A' becomes 'B'"),
        ("partial", "missing", "features: operation.x: implementations: a: level: 'partial'"),
        ("driver-notes.a=Note\n", "", "features: operation.x: implementations: a: note: 'Note'"),
        ("y==complete", "y!=complete", "features: operation.x: status: argument: 'operation.y=="),
        ("[operation.y]", "[operation.z]", "features: operation.y: something becomes nothing"),
        ("[operation.x]", "[driver.b]\ntitle=B\n[operation.x]", "drivers: b: nothing becomes some"),
        ("status=optional\n", "", "features: operation.y: status: something becomes nothing"),
    ],
)
def test_first_difference_is_named(old: str, new: str, expected: str) -> None:
    reported = found(DRIVER, DRIVER.replace(old, new, 1))

    assert reported is not None
    assert reported.message.startswith(f"the result would not be the same matrix: {expected}")
    assert reported.path == "a.ini"


def test_names_and_conditions_may_be_what_they_were_renamed_to() -> None:
    before = DRIVER.replace("operation.y", "y")

    assert found(before, DRIVER, "y") is None
    assert found(before, DRIVER) == refused(
        "features: operation.x: status: argument: 'y==complete' becomes 'operation.y==complete'"
    )


def test_section_without_an_entry_is_no_feature_where_it_is_left_out() -> None:
    text = f"{HEAD}{FEATURE}[y]\ntitle=Y\nstatus=optional\n"

    assert details(text) == []
    assert details(text, renames=True) == []


def test_misspelt_entry_is_read_as_the_same_one_behind_the_move() -> None:
    assert details(f"{HEAD}driver-impl-b=B\n{FEATURE}drvier-impl-b=missing\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            HEAD + FEATURE.replace("optional", "matrue"),
            refused("features: operation.x: status: word: 'matrue' becomes 'mature'"),
        ),
        (
            HEAD + "[DEFAULT]\nlink=https://example.org\n" + FEATURE,
            refused("drivers: a: link: nothing becomes 'https://example.org'"),
        ),
        (
            HEAD + FEATURE + "[drivers.b]\ntitle=B\n",
            refused("drivers: b: nothing becomes something"),
        ),
        (
            HEAD + "driver-impl-a\u200b=B\n" + FEATURE,
            ErrorDetail(
                "the result would be broken: section 'driver.a' stands twice (MX002)", "a.ini", 4
            ),
        ),
        (
            HEAD + FEATURE + "driver.a=missing\n",
            ErrorDetail(
                "the result would be broken: key 'driver.a' stands twice in its section (MX003)",
                "a.ini",
                7,
            ),
        ),
    ],
)
def test_result_that_would_be_another_matrix_is_refused(text: str, expected: ErrorDetail) -> None:
    assert details(text) == [expected]
