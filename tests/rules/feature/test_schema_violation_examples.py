"""The page about own schemas, and the examples that it shows."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from matrixlint import load
from matrixlint.model.json import matrix_to_json
from tests.conftest import ROOT, UPDATE, Command

HOUSES = ROOT / "examples" / "house-rules"
PAGE = ROOT / "docs" / "own-schema.md"
DRAFTS = {"partials-name-bugs": Draft202012Validator, "drivers-have-links": Draft7Validator}
each_house = pytest.mark.parametrize("house", DRAFTS)


def blocks(language: str) -> list[str]:
    text = PAGE.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def held(name: str, language: str, wanted: str) -> str:
    """Return the block below the comment *name*, after an update where one is asked for."""
    text = PAGE.read_text(encoding="utf-8")
    block = re.compile(rf"(<!-- {re.escape(name)} -->\n\n```{language}\n)(.*?)(```\n)", re.DOTALL)
    if UPDATE:
        text = block.sub(lambda match: match[1] + wanted + match[3], text)
        PAGE.write_text(text, encoding="utf-8")
    (found,) = block.findall(text)
    return str(found[1])


def test_the_examples_are_those_of_the_page() -> None:
    assert sorted(os.listdir(HOUSES)) == sorted(DRAFTS)


@pytest.mark.generated
@each_house
def test_the_page_shows_the_schema_and_the_answer(cli: Command, folder: Path, house: str) -> None:
    name = f"{house}/house-rules.schema.json"
    text = (HOUSES / name).read_text(encoding="utf-8")
    shutil.copytree(HOUSES / house, folder, dirs_exist_ok=True)
    run = cli(".", "-q")

    assert run.status == 1
    assert held(name, "json", text) == text
    answer = f"$ matrixlint .\n{run.out}"
    assert held(house, "console", answer) == answer
    DRAFTS[house].check_schema(json.loads(text))


def test_the_page_shows_a_matrix_as_json() -> None:
    (ini,) = blocks("ini")
    shown = blocks("json")[0]

    assert json.dumps(matrix_to_json(load(ini)), indent=2) + "\n" == shown


def test_the_setting_of_the_page_is_that_of_the_examples() -> None:
    (toml,) = blocks("toml")

    for house in DRAFTS:
        assert (HOUSES / house / "matrixlint.toml").read_text(encoding="utf-8") == toml
