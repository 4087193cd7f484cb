"""Whatever is in a clean matrix of ``targets``: moved, it is the same and makes its page."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matrixlint.errors import MigrationError
from matrixlint.fixes.migrate.verify import find_difference
from matrixlint.model.diff import diff_matrices as between
from matrixlint.syntax.document import DEFAULT
from tests.differential.renderer import render
from tests.finding import everything, places, shown
from tests.fixes.migrate.migrated import facts, move
from tests.strategies import PROFILE, broken, matrices

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

CLEAN = matrices("targets")
HEADER = re.compile(r"^\[(?!operation\.|driver\.)", re.MULTILINE)
RENAMED = (
    (r"^driver-impl-", "driver."),
    (r"^driver-notes-", "driver-notes."),
    (r"^\[(?!operation\.)", "[operation."),
    (r"^(status *[=:] *condition\()(?!operation\.)", r"\1operation."),
)


def plainly(text: str) -> Iterator[str]:
    """Yield the lines of a clean matrix as they are to become, one by one."""
    declares = False
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.startswith("["):
            declares = line.startswith("[targets]")
        if declares:
            name = re.sub(r"^driver-impl-([^\s=:]+)", r"[driver.\1]\ntitle", line)
            yield re.sub(r"^\[targets\]\s*", "", name)
            continue
        for old, new in RENAMED:
            line = re.sub(old, new, line)  # noqa: PLW2901  each on what the last has made
        yield line


def written(text: str) -> list[str]:
    """Return the lines that are not blank."""
    return [line for line in text.split("\n") if line.strip()]


@given(CLEAN)
@settings(PROFILE, max_examples=150)
def test_moved_matrix_with_renamed_sections_is_clean_and_makes_its_page(text: str) -> None:
    found = move(text, renames=True)
    after = found.new.data.decode()

    assert everything(after) == [], shown("moved", after, everything(after))
    assert len(render(after)) > 0
    assert facts(found.after) == facts(found.before)
    assert between(found.before, found.after) == []


@given(CLEAN)
@settings(PROFILE, max_examples=100)
def test_moved_matrix_misses_on_its_page_what_stands_outside_and_nothing_else(text: str) -> None:
    after = move(text).new.data.decode()
    lines = [after.count("\n", 0, match.start()) + 1 for match in HEADER.finditer(after)]

    assert places(everything(after)) == [(line, "MX204") for line in lines]


@given(CLEAN, st.booleans())
@settings(PROFILE, max_examples=100)
def test_moved_text_is_left_as_it_is(text: str, renames: bool) -> None:  # noqa: FBT001
    after = move(text, renames=renames).new.data
    again = move(after.decode(), renames=renames)

    assert (again.is_moved, again.new.data) == (True, after)


@given(CLEAN)
@settings(PROFILE, max_examples=150)
def test_lines_are_those_that_a_plain_reading_of_them_makes(text: str) -> None:
    after = move(text, renames=True).new.data.decode()

    assert written(after.replace("\r\n", "\n")) == written("\n".join(plainly(text)))


@given(broken(matrices("targets", "driver")), st.booleans())
@settings(PROFILE, max_examples=250)
def test_broken_matrix_is_moved_whole_or_not_at_all(text: str, renames: bool) -> None:  # noqa: FBT001
    try:
        found = move(text, renames=renames)
    except MigrationError:
        return
    prefixes = dict.fromkeys(found.renamed, "operation.")

    assert found.after.dialect is not None
    assert found.after.dialect.name == "driver"
    assert find_difference(found.before, found.after, prefixes) is None
    assert DEFAULT not in found.renamed
