"""What cannot be moved, and what is said of it."""

import pytest

from matrixlint.config.settings import Settings
from matrixlint.errors import ErrorDetail, MigrationError
from matrixlint.fixes.migrate import migrate
from tests.fixes.migrate.migrated import details

HEAD = "[targets]\ndriver-impl-a=A\n"
FEATURE = "[operation.x]\ntitle=X\nstatus=optional\ndriver-impl-a=complete\n"
STANDS = "cannot be migrated as it stands"


def error(line: int, message: str) -> ErrorDetail:
    return ErrorDetail(f"{STANDS}: {message}", "a.ini", line)


def other(name: str) -> list[ErrorDetail]:
    message = f"is of the dialect {name!r}; only 'targets' can be migrated"
    return [ErrorDetail(message, "a.ini")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            HEAD + FEATURE + "garbage\n",
            [
                error(
                    7,
                    "'garbage' is no section header, key, comment or continuation (MX001)",
                )
            ],
        ),
        (HEAD + FEATURE + HEAD, [error(7, "section 'targets' stands twice (MX002)")]),
        (
            HEAD + FEATURE + "Driver-Impl-A=missing\n",
            [error(7, "key 'driver-impl-a' stands twice in its section (MX003)")],
        ),
        ("title=X\n" + HEAD, [error(1, "key stands before any section header (MX001)")]),
        ("[target.a]\ntitle=A\n[x]\ntitle=X\na=complete\n", other("target")),
        ("[backends]\nbackend-impl-a=A\n[backends.backend-impl-a]\nstatus=x\n", other("grades")),
        (
            HEAD.replace("targets", "tragets") + FEATURE,
            [
                ErrorDetail(
                    "[tragets] is read as [targets], and must be called so to be migrated",
                    "a.ini",
                    1,
                )
            ],
        ),
        ("[targets]\n", [ErrorDetail("declares no driver; there is nothing to migrate", "a.ini")]),
        ("", [ErrorDetail("declares no driver; there is nothing to migrate", "a.ini")]),
        (
            "[x]\ntitle=X\n",
            [ErrorDetail("declares no driver; there is nothing to migrate", "a.ini")],
        ),
    ],
)
def test_matrix_that_cannot_be_moved_says_why(text: str, expected: list[ErrorDetail]) -> None:
    assert details(text) == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (HEAD + FEATURE + "[operation.y\ntitle=Y\n", ["MX004"]),
        (HEAD + FEATURE + "notes=\x0c\n", ["MX005"]),
        (HEAD + FEATURE + "notes=\udcff\n", ["MX005"]),
        (HEAD + FEATURE + "<<<<<<< a\ncli=a\n=======\ncli=b\n>>>>>>> b\n", ["MX007"]),
        (HEAD + FEATURE + "  notes=N\n", ["MX008"]),
        (HEAD + FEATURE + "title=Y\nstatus=optional\ndriver-impl-a=missing\n", ["MX011"]),
        (HEAD + "\ngarbage\n" + FEATURE + "[operation.y\ntitle=Y\n", ["MX001", "MX004"]),
        (HEAD + "garbage\n" + FEATURE + "notes=\x0c\n", ["MX001", "MX005"]),
        ("\ufeff" + HEAD + FEATURE + "notes=100%\n[DEFAULT]\ncli=x\n", []),
    ],
)
def test_errors_of_reading_are_reported_in_the_order_of_the_lines(
    text: str, codes: list[str]
) -> None:
    found = [each.message.rpartition("(")[2].rstrip(")") for each in details(text)]

    assert found == codes


def test_wide_text_is_reported_by_its_encoding() -> None:
    with pytest.raises(MigrationError) as caught:
        migrate("a.ini", HEAD.encode("utf-16"), Settings(), renames_sections=False)

    assert [each.message.rpartition(" ")[2] for each in caught.value.details] == ["(MX005)"]


@pytest.mark.parametrize("key", ["title", "drvier-impl-b", "driver-notes-a", "Link"])
def test_key_that_declares_no_driver_has_no_place(key: str) -> None:
    message = f"key {key!r} of [targets] declares no driver; there is no place for it in the result"

    assert details(f"{HEAD}{key}=B\n{FEATURE}") == [ErrorDetail(message, "a.ini", 3)]


def test_unknown_key_of_a_feature_is_no_obstacle() -> None:
    assert details(f"{HEAD}{FEATURE}unknown=B\n") == []
