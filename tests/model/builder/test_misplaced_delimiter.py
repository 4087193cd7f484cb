"""Keys whose delimiter is lost, or stands within them."""

import pytest

from matrixlint.model.builder.known_keys import KnownKeys
from matrixlint.model.builder.misplaced_delimiter import (
    MisplacedDelimiter,
    find_misplaced_delimiter,
    find_swapped_delimiter,
)
from matrixlint.model.feature import Driver
from matrixlint.model.problems import Delimiter
from matrixlint.syntax.dialects.dialect import BUILT_IN, DRIVER
from matrixlint.syntax.document import Entry
from tests.parsed import document

NAMES = ("a-b", "c_d")
KEYS = frozenset({"title", "notes", "driver.a-b", "driver.c_d"})


def entry(line: str) -> Entry:
    """Return the last entry of a section that ends in *line*."""
    section = document(f"[driver.a-b]\n[operation.x]\nstatus=x\ntitle=X\n{line}\n").sections[1]
    return section.own_entries()[-1]


@pytest.mark.parametrize(
    ("line", "suggestion", "delimiter"),
    [
        ("notes see: there", "notes", Delimiter.MISSING),
        ("driver.a-b  complete =", "driver.a-b", Delimiter.MISSING),
        ("no:tes=n", "notes", Delimiter.EARLY),
        ("NO=Tes=n", "notes", Delimiter.EARLY),
        ("no\u200b : t\u200bes : n", "notes", Delimiter.EARLY),
        ("driver:a-b=complete", "driver.a-b", Delimiter.EARLY),
        ("driver.a=b = complete", "driver.a-b", Delimiter.EARLY),
        ("driver.c:d = complete", "driver.c_d", Delimiter.EARLY),
        ("driver:a-b=\n  more", "driver.a-b", Delimiter.EARLY),
    ],
)
def test_what_is_meant_by_a_key_is_known_and_its_value_is_not(
    line: str, suggestion: str, delimiter: Delimiter
) -> None:
    found = entry(line)
    section = found.section

    assert find_misplaced_delimiter(found, section, KEYS) == MisplacedDelimiter(
        suggestion, delimiter
    )
    assert not found.is_known


@pytest.mark.parametrize(
    "line",
    [
        "notes: there",
        "no\u200btes: there",
        "wurst see: there",
        # These are there besides.
        "title is: there",
        "tit:le=n",
        "no:tes",
        "no:te s=n",
        "no:\n  tes=n",
        "no: x\n  tes=n",
        "driver+a-b=n",
        # Nothing but invisible characters.
        "\u200b: n",
        "\u200b \u200b: n = m",
    ],
)
def test_any_other_key_is_no_such_slip(line: str) -> None:
    found = entry(line)

    assert find_misplaced_delimiter(found, found.section, KEYS) is None
    assert found.is_known


def vocabulary() -> KnownKeys:
    """Return the keys that the entries' section may have."""
    places = document("[driver.a-b]\n[driver.c_d]\n").sections
    drivers = [
        Driver(name, section, None, DRIVER) for name, section in zip(NAMES, places, strict=True)
    ]
    return KnownKeys(DRIVER, BUILT_IN, tuple(drivers))


@pytest.mark.parametrize(
    ("line", "suggestion"),
    [
        ("driver.a-=bcomplete", "driver.a-b"),
        ("driver.a-bm = issing", "driver.a-b"),
        ("driver.c\u200b_ = dunk\u200bnown", "driver.c_d"),
        # Whose letter it is.
        ("driver.c_ = unknown", None),
    ],
)
def test_a_delimiter_may_have_changed_places_with_a_letter(
    line: str, suggestion: str | None
) -> None:
    found = entry(line)
    slip = find_swapped_delimiter(found, found.section, vocabulary())

    assert slip == (suggestion and MisplacedDelimiter(suggestion, Delimiter.SWAPPED))
    assert found.is_known == (suggestion is None)


@pytest.mark.parametrize("line", ["statu=soptional", "statusm=andatory"])
def test_so_may_that_of_an_absent_status(line: str) -> None:
    assert find_swapped_delimiter(
        entry(line), document("[x]\n").sections[0], vocabulary()
    ) == MisplacedDelimiter("status", Delimiter.SWAPPED)
    assert find_swapped_delimiter(entry(line), entry(line).section, vocabulary()) is None


@pytest.mark.parametrize("line", ["statusc=hoice(x)", "statu = scondition(a==b)"])
def test_a_status_may_have_an_argument(line: str) -> None:
    found = find_swapped_delimiter(entry(line), document("[x]\n").sections[0], vocabulary())

    assert found == MisplacedDelimiter("status", Delimiter.SWAPPED)


@pytest.mark.parametrize(
    "line",
    [
        "note=some",
        "notesa=ll",
        "titl=eX",
        "driver.a-=bcompletely",
        "driver.a-=complete",
        "driver.a-bmissing=",
        "driver.a-b-=missing",
        "\u200b=x",
    ],
)
def test_what_would_be_no_level_and_no_status_has_not_moved(line: str) -> None:
    found = entry(line)

    assert find_swapped_delimiter(found, found.section, vocabulary()) is None
    assert found.is_known
