"""The lines that the renderer refuses once it reads them."""

import pytest

from matrixlint import load
from matrixlint.rules.syntax._rejected_lines import find_rejected_lines
from tests.rules.snippet import declared

DRIVERS = declared("a", "b")
FEATURE = """
[operation.x]
title=Do x
status=optional
driver.a=complete
driver.b=missing
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Do x", "Do  x", []),
        ("title=Do x", "title=", [7]),
        ("title=Do x", "notes=Do x", [7]),
        ("driver.b=missing", "driver-notes.b=missing", [7]),
        ("optional", "choice", [9]),
        ("optional", "requird", [9]),
        ("optional", "conditional(operation.x==complete)", [9]),
        ("optional", "condition(operation.x==complete)", []),
        ("=complete", "=done", [10]),
        ("driver.b=missing", "driver.b=missing\ndriver.zfs=missing", [12]),
        ("driver.b=missing", "driver.b=missing\nquite=other", [12]),
        ("title=Driver b\n", "", [4]),
    ],
)
def test_lines_that_the_renderer_refuses(old: str, new: str, expected: list[int]) -> None:
    text = (DRIVERS + FEATURE).replace(old, new)

    assert sorted(find_rejected_lines(load(text))) == expected
