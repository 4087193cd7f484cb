"""The schemas load, and their faults have places."""

import os
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from matrixlint.errors import ErrorDetail, FileError
from matrixlint.schema import validate

CONFIG = validate.load("config")


def test_the_text_of_a_schema_is_that_of_its_file() -> None:
    path = os.path.join(os.path.dirname(__file__), "..", "..", "schemas", "report.schema.json")

    assert validate.read_text("report") == Path(path).read_text(encoding="utf-8")


def test_the_package_is_looked_in_before_what_is_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, text in (("matrixlint", "inside"), (".", "beside")):
        (tmp_path / folder / "schemas").mkdir(parents=True)
        (tmp_path / folder / "schemas" / "x.schema.json").write_text(text, encoding="utf-8")
    monkeypatch.setattr(
        validate, "__file__", str(tmp_path / "matrixlint" / "schema" / "__init__.py")
    )

    assert validate.read_text("x") == "inside"


def test_a_missing_schema_is_an_error_of_the_installation() -> None:
    with pytest.raises(FileError) as caught:
        validate.read_text("nothing")

    expected = ErrorDetail("the schema 'nothing' is missing from this installation")
    assert caught.value.details == (expected,)


def test_the_configuration_s_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(CONFIG)


def test_all_settings_are_described() -> None:
    assert [name for name, each in CONFIG["properties"].items() if not each["description"]] == []


def test_a_valid_instance_has_no_errors() -> None:
    assert validate.find_errors({"select": ["MX4"], "fail-on": "never"}, CONFIG) == []


def test_errors_come_with_their_places_in_order() -> None:
    instance = {"severity": {"MX1": "of"}, "ignore": ["MX1", 5], "nothing": 1}

    found = validate.find_errors(instance, CONFIG)

    assert [(error.place, error.keyword, error.value) for error in found] == [
        ((), "additionalProperties", instance),
        (("ignore", 1), "type", 5),
        (("severity", "MX1"), "enum", "of"),
    ]
    assert found[1].message == "5 is not of type 'string'"
    assert found[2].schema["enum"] == ["error", "warning", "info", "off"]


def test_a_schema_that_allows_nothing_has_a_error_too() -> None:
    (error,) = validate.find_errors({"a": 1}, {"properties": {"a": False}})

    assert (error.message, error.schema) == ("False schema does not allow 1", {})
