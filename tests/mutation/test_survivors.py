"""The mutants that are explained: each is one of code that is there."""

import os
import tomllib
from functools import cache

import pytest

from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

PATH = os.path.join(ROOT, "tests", "mutation", "survivors.toml")


@cache
def statements(module: str) -> str:
    return " ".join((ROOT / module).read_text(encoding="utf-8").split())


def test_explained_mutants_are_of_lines_that_are_there() -> None:
    with open(PATH, "rb") as file:
        explained = tomllib.load(file)
    rows = [(module, row) for module, rows in explained.items() for row in rows]

    assert rows
    assert [
        row for module, row in rows if " ".join(row["was"].split()) not in statements(module)
    ] == []
    assert {tuple(row) for _, row in rows} == {("was", "now", "why")}
    assert all(row["now"] and row["was"] not in row["now"] for _, row in rows)
