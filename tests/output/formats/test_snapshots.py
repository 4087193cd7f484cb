"""The whole output of every machine format, of no finding and of all that there may be."""

from pathlib import Path

import pytest

from matrixlint.output.formats import FORMATS, render
from tests.conftest import UPDATE
from tests.output.formats.sample import REPORTS

FOLDER = Path(__file__).parent / "snapshots"
# Those have tests of their own.
FOR_PEOPLE = ("concise", "full", "grouped")


@pytest.mark.generated
@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("name", [name for name in FORMATS if name not in FOR_PEOPLE])
def test_a_report_is_rendered_whole(name: str, report: str) -> None:
    path = FOLDER / f"{report}.{name}"
    text = render(name, REPORTS[report])
    if UPDATE:
        path.write_text(text, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == text


def test_no_snapshot_is_left_over() -> None:
    names = {f"{report}.{name}" for report in REPORTS for name in FORMATS}

    assert [path.name for path in FOLDER.iterdir() if path.name not in names] == []
