"""A matrix as JSON: what is in it, and that its schema describes it."""

from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from matrixlint import load
from matrixlint.model.json import matrix_to_json
from matrixlint.schema import validate
from tests.page import BAD, GOOD, all_examples
from tests.strategies import texts

SCHEMA = validate.load("matrix")
VALIDATOR = Draft202012Validator(SCHEMA)


def feature(text: str) -> Any:
    (found,) = matrix_to_json(load(text))["features"].values()
    return found


def test_a_matrix_is_its_drivers_and_features() -> None:
    text = """\
[driver.A.b]
title=A
link=

[driver.c]

[operation.x]
title=X
status=condition(operation.y==complete)
notes=One
  two.
cli=a --b; ;c
  d
api=X
driver.a.b=partial
driver-notes.a.b=100%% of it
driver.c=missing

[operation.y]
driver-notes.c=lost
"""
    assert matrix_to_json(load(text, "doc/m.ini")) == {
        "version": 1,
        "path": "doc/m.ini",
        "dialect": "driver",
        "drivers": {"a.b": {"title": "A", "link": ""}, "c": {}},
        "features": {
            "operation.x": {
                "title": "X",
                "notes": "One\ntwo.",
                "cli": ["a --b", "c d"],
                "api": "X",
                "status": {"word": "condition", "argument": "operation.y==complete"},
                "implementations": {
                    "a.b": {"level": "partial", "note": "100% of it"},
                    "c": {"level": "missing"},
                },
            },
            "operation.y": {"implementations": {}},
        },
    }


def test_columns_declared_in_one_section_have_titles() -> None:
    text = "[targets]\ndriver-impl-a=A\n[x]\ntitle=X\ndriver-impl-a=complete\n"

    assert matrix_to_json(load(text))["drivers"] == {"a": {"title": "A"}}


def test_a_maturity_is_a_status_and_a_level_has_its_release() -> None:
    text = "[target.a]\ntitle=A\n[x]\ntitle=X\nmaturity=complete\na=partial:queens\n"

    assert feature(text) == {
        "title": "X",
        "maturity": "complete",
        "status": {"word": "complete"},
        "implementations": {"a": {"level": "partial", "release": "queens"}},
    }


def test_words_are_as_they_are_read() -> None:
    text = (
        "[driver.a]\ntitle=A\n[operation.x]\ntitel=X\nstatus=mandatry\nowner=me\n"
        "implementations=none\ndriver.a=compelte\ndriver.b=complete\n"
    )

    assert feature(text) == {
        "title": "X",
        "owner": "me",
        "status": {"word": "mandatory"},
        "implementations": {"a": {"level": "complete"}},
    }


def test_words_that_cannot_be_read_stand_for_themselves() -> None:
    text = "[driver.a]\ntitle=A\n[operation.x]\ntitle=X\nstatus=odd\ndriver.a=strange\n"

    assert feature(text) == {
        "title": "X",
        "status": {"word": "odd"},
        "implementations": {"a": {"level": "strange"}},
    }


def test_unknown_fields_of_a_driver_are_fields() -> None:
    text = "[driver.a]\ntitle=A\nowner=me\n[operation.x]\ntitle=X\ndriver.a=complete\n"

    assert matrix_to_json(load(text))["drivers"] == {"a": {"title": "A", "owner": "me"}}


def test_backends_have_the_fields_of_their_sections() -> None:
    text = (
        "[backends]\nbackend-impl-a=A\nbackend-impl-b=B\n[grades]\nvalid-grades=x\n"
        "[grades.x]\ntitle=X\n[backends.backend-impl-a]\nstatus=x\nmaintainer=me\n"
    )

    found = matrix_to_json(load(text))

    assert found["drivers"] == {
        "a": {"title": "A", "status": "x", "maintainer": "me"},
        "b": {"title": "B"},
    }
    assert found["features"] == {}


def test_what_declares_nothing_is_empty() -> None:
    assert matrix_to_json(load("")) == {
        "version": 1,
        "path": "support-matrix.ini",
        "dialect": None,
        "drivers": {},
        "features": {},
    }


def test_the_schema_is_a_schema_with_descriptions() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    described = [*SCHEMA["properties"].values(), *SCHEMA["$defs"]["feature"]["properties"].values()]

    assert [each for each in described if not each.keys() & {"description", "const", "$ref"}] == []


@pytest.mark.parametrize("heading", [BAD, GOOD])
def test_the_schema_describes_every_example(heading: str) -> None:
    found = [
        (example.name, error.message)
        for example in all_examples(heading)
        for error in VALIDATOR.iter_errors(
            matrix_to_json(load(example.data.decode("utf-8", "replace")))
        )
    ]

    assert found == []


@given(texts())
def test_the_schema_describes_every_matrix(text: str) -> None:
    assert list(VALIDATOR.iter_errors(matrix_to_json(load(text)))) == []
