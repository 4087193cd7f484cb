"""What safe fixes would lose or add, by a reading that knows nothing of intent."""

import pytest

from matrixlint.fixes.lost_lines import find_loss
from matrixlint.syntax.dialects.dialect import DRIVER, TARGETS, Dialect
from matrixlint.syntax.plain_reading import PlainSection, read_plain
from matrixlint.text.edited_text import EditedText
from tests.parsed import CLEAN

OLD = "[targets]\ndriver-impl-a=A\n[x]\ntitle=X\nstatus=optional\ndriver-impl-a=complete\n"


def loss(before: str, after: str, dialect: Dialect = DRIVER) -> str | None:
    """Return the loss between two texts whose equal lines are kept."""
    lines = before.split("\n")
    made = EditedText.from_bytes(after.encode())
    origins, at = [], 0
    for line in made.lines:
        text = line.rstrip("\n")
        found = lines.index(text, at) if text in lines[at:] else -1
        at = found + 1 if found >= 0 else at
        origins.append(found + 1)
    return find_loss(before, after, made._replace(origins=origins), dialect)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (CLEAN, CLEAN),
        (CLEAN, CLEAN.replace("=complete", "=Complete")),
        # A line that is said twice in a row, a comment, a blank line.
        (f"{CLEAN}driver.a=complete\n", CLEAN),
        (f"{CLEAN}# c\n\n", CLEAN),
        (CLEAN.replace("title=X", " title=X\n "), CLEAN),
        (CLEAN.replace("[driver.a]", "[driver.a ]"), CLEAN),
        (CLEAN.replace("[driver.a]", "[driver.a"), CLEAN),
    ],
)
def test_what_is_only_written_otherwise_is_no_loss(before: str, after: str) -> None:
    assert loss(before, after) is None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (CLEAN, CLEAN.replace("title=X\n", ""), "line 4 would be lost"),
        (f"{CLEAN}x=1\n\nx=1\n", f"{CLEAN}x=1\n\n", "line 9 would be lost"),
        (
            f"{CLEAN}notes=n\n  [operation.y]\n",
            f"{CLEAN}notes=n\n[operation.y]\n",
            "an INI parser would read another number of sections",
        ),
        (CLEAN, CLEAN.replace(".x]", ".y]"), "[operation.x] would be called [operation.y]"),
        (CLEAN, CLEAN.replace("title=X", "titel=X"), "a key of [operation.x] would be lost"),
        (
            f"{CLEAN}]\n",
            f"{CLEAN}]\n".replace("title=X", "t=X"),
            "a key of [operation.x] would be lost",
        ),
    ],
)
def test_what_is_lost_is_named(before: str, after: str, expected: str) -> None:
    assert loss(before, after) == expected


def test_no_value_of_default_is_hidden() -> None:
    before = f"[DEFAULT]\nnotes=n\n{CLEAN}cli=c\n  notes=m\n"

    assert loss(before, before.replace("  notes", "notes")) == (
        "[operation.x] would no longer read a value of [DEFAULT]"
    )
    assert loss(before, before.replace("  notes=m", "type=m").replace("cli=c", "cli=c")) is None


@pytest.mark.parametrize("key", ["title=X", "TITLE=X"])
def test_what_an_ini_parser_reads_goes_on_being_read(key: str) -> None:
    before = f"{CLEAN}notes=n\n  {key}\n"

    assert loss(before, before.replace(f"  {key}", key)) == (
        "an INI parser would no longer read the file"
    )


def test_no_driver_is_declared_that_was_none() -> None:
    assert loss(CLEAN.replace("[driver", "[ driver"), CLEAN) == "[ driver.a] would declare more"
    before = OLD.replace("=A\n", "=A\n  driver-impl-b=B\n")
    after = before.replace("  driver", "driver")

    assert loss(before, after, TARGETS) == "[targets] would declare more"
    assert loss(OLD.replace("complete", "complete\n  a=b"), f"{OLD}a=b\n", TARGETS) is None


def test_what_is_no_ini_is_read_by_its_lines() -> None:
    text = "a=1\n[x\n# c\nb : 2\n  c=3\n]\nd=4\n[y] z\n"

    assert read_plain(text) == (
        [PlainSection("", ("a",)), PlainSection("x", ("b", "d")), PlainSection("y", ())],
        False,
    )
    assert read_plain("[x]\na=1\n[y]\n") == (
        [PlainSection("x", ("a",)), PlainSection("y", ())],
        True,
    )
    assert read_plain("[x\na=1\n").sections == [PlainSection("x", ("a",))]
