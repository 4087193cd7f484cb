"""The configuration's schema as others use it: validate-pyproject, check-jsonschema, taplo."""

import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from matrixlint.config.describe import tool_schema
from matrixlint.rules.registry import ALL
from matrixlint.schema import validate

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
SCHEMA = ROOT / "schemas" / "config.schema.json"
OWN = (ROOT / "examples" / "own-dialect" / "matrixlint.toml").read_text(encoding="utf-8")
RIGHT = f"""\
select = ["ALL"]
per-file-ignores = {{ "old/*.ini" = ["MX7"] }}
options.partial-without-notes.levels = ["incomplete"]

{OWN}"""
WRONG = {
    "an unknown key": "selct = []\n",
    "a wrong type": "fields = {}\n",
    "an unknown key of a dialect": "[dialects.x]\nextends = 'driver'\nlabl = 'a'\n",
    "a dialect of nothing": "[dialects.x]\nlabel = 'a'\n",
    "a word that means nothing": "[levels]\nplanned = 'later'\n",
    "an unknown option": "[options.MX406]\nlevel = []\n",
}
each_wrong = pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)


def done(name: str, *words: str | Path) -> int:
    """Return the status of a command that is installed beside this Python."""
    command = os.path.join(os.path.dirname(sys.executable), name)
    return subprocess.run([command, *words], capture_output=True, check=False).returncode


def written(folder: Path, text: str, name: str = "matrixlint.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def project(text: str) -> str:
    """Return *text* as a table of a pyproject.toml."""
    head = "[project]\nname = 'x'\nversion = '1'\n[tool.matrixlint]\n"
    return head + text.replace("[dialects", "[tool.matrixlint.dialects").replace(
        "\n[levels]", "\n[tool.matrixlint.levels]"
    )


def test_the_schema_is_one_of_draft_7() -> None:
    described = validate.load("config")
    Draft7Validator.check_schema(described)

    assert described["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_everything_has_a_description() -> None:
    def undescribed(inner: Any, path: str) -> list[str]:
        found = [] if "description" in inner or "$ref" in inner else [path]
        for group in ("properties", "definitions"):
            for name, each in inner.get(group, {}).items():
                found += undescribed(each, f"{path}/{name}")
        for keyword in ("items", "additionalProperties"):
            if isinstance(inner.get(keyword), dict):
                found += undescribed(inner[keyword], f"{path}/{keyword}")
        return found

    assert undescribed(validate.load("config"), "") == []


def test_every_default_and_example_of_a_dialect_is_valid() -> None:
    described = validate.load("config")
    tables = [
        {"extends": "driver", name: value}
        for name, each in described["definitions"]["dialect"]["properties"].items()
        for value in (*each.get("examples", ()), *([each["default"]] if "default" in each else ()))
    ]
    errors = [
        (table, error.message)
        for table in tables
        for error in validate.find_errors({"dialects": {"x": table}}, described)
    ]

    assert errors == []


def test_the_options_are_those_of_the_rules() -> None:
    described = validate.load("config")
    options = described["properties"]["options"]["properties"]
    wanted = {name: rule.options for rule in ALL if rule.options for name in (rule.name, rule.code)}
    held = {
        name: described["definitions"][each["$ref"].rpartition("/")[2]]
        for name, each in options.items()
    }

    assert {name: each["properties"] for name, each in held.items()} == wanted
    assert [name for name, each in held.items() if each["additionalProperties"]] == []


def test_check_jsonschema_takes_the_schema() -> None:
    assert done("check-jsonschema", "--check-metaschema", SCHEMA) == 0


def test_check_jsonschema_accepts_what_is_right(tmp_path: Path) -> None:
    assert done("check-jsonschema", "--schemafile", SCHEMA, written(tmp_path, RIGHT)) == 0


@each_wrong
def test_check_jsonschema_refuses_what_is_wrong(tmp_path: Path, text: str) -> None:
    assert done("check-jsonschema", "--schemafile", SCHEMA, written(tmp_path, text)) == 1


def test_taplo_accepts_what_is_right(tmp_path: Path) -> None:
    assert done("taplo", "check", "--schema", SCHEMA.as_uri(), written(tmp_path, RIGHT)) == 0


@each_wrong
def test_taplo_refuses_what_is_wrong(tmp_path: Path, text: str) -> None:
    assert done("taplo", "check", "--schema", SCHEMA.as_uri(), written(tmp_path, text)) == 1


def test_validate_pyproject_finds_the_schema_by_the_entry_point() -> None:
    (found,) = [
        each
        for each in entry_points(group="validate_pyproject.tool_schema")
        if each.name == "matrixlint"
    ]

    assert found.load() is tool_schema
    assert tool_schema("matrixlint") == validate.load("config")


def test_validate_pyproject_accepts_what_is_right(tmp_path: Path) -> None:
    assert done("validate-pyproject", written(tmp_path, project(RIGHT), "pyproject.toml")) == 0


@each_wrong
def test_validate_pyproject_refuses_what_is_wrong(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, project(f"\n{text}".replace("[options", "[tool.matrixlint.options")))

    assert done("validate-pyproject", path) == 1
