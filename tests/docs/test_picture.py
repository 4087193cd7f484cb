"""The picture of the architecture: it shows the floors that the architecture's test holds."""

from xml.etree import ElementTree as ET

import pytest

from tests.conftest import ROOT, UPDATE
from tests.docs.picture import MEANINGS, picture, uses
from tests.test_architecture import FLOORS

pytestmark = pytest.mark.slow

PATH = ROOT / "docs" / "project" / "architecture.svg"


@pytest.mark.generated
def test_picture_is_that_of_the_floors() -> None:
    made = picture()
    if UPDATE:
        PATH.write_text(made, encoding="utf-8")

    assert PATH.read_text(encoding="utf-8") == made


def test_every_room_is_in_it_once_and_the_highest_floor_on_top() -> None:
    root = ET.fromstring(picture())  # noqa: S314  our own text
    texts = [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]
    rooms = [
        text.text or ""
        for text in root.iter("{http://www.w3.org/2000/svg}text")
        if text.get("class") == "rooms"
    ]

    assert " ".join(rooms).split() == [name for names in reversed(FLOORS) for name in names]
    assert texts[0] == f"{len(FLOORS) - 1}  {MEANINGS[-1]}"


def test_every_floor_is_explained_and_none_imports_from_above() -> None:
    assert len(MEANINGS) == len(FLOORS)
    assert [number for number, below in uses().items() if max(below, default=-1) >= number] == []
