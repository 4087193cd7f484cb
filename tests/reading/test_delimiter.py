"""Keys whose delimiter is lost, or stands within them."""

import pytest

from matrixlint.document import Entry
from matrixlint.matrix import Delimiter
from matrixlint.reading.delimiter import Slip, read_slip
from tests.reader import document

KEYS = frozenset({"title", "notes", "driver.a-b", "driver.c_d"})


def entry(line: str) -> Entry:
    """Return the last entry of a section that ends in *line*."""
    section = document(f"[driver.a-b]\n[operation.x]\nstatus=x\ntitle=X\n{line}\n").sections[1]
    return section.own_entries()[-1]


@pytest.mark.parametrize(
    ("line", "meant", "delimiter"),
    [
        ("notes see: there", "notes", Delimiter.LOST),
        ("driver.a-b  complete =", "driver.a-b", Delimiter.LOST),
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
    line: str, meant: str, delimiter: Delimiter
) -> None:
    found = entry(line)
    section = found.section

    assert read_slip(found, section, KEYS) == Slip(meant, delimiter)
    assert not found.is_sure


@pytest.mark.parametrize(
    "line",
    [
        "notes: there",
        "wurst see: there",
        # These are there besides.
        "title is: there",
        "tit:le=n",
        "no:tes",
        "no:te s=n",
        "no:\n  tes=n",
        "no: x\n  tes=n",
        "driver+a-b=n",
        ":",
    ],
)
def test_any_other_key_is_no_such_slip(line: str) -> None:
    found = entry(line)

    assert read_slip(found, found.section, KEYS) is None
    assert found.is_sure
